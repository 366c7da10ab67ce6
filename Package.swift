// swift-tools-version: 6.2
import PackageDescription

/// Rules every module of ours is compiled under.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// Reckons the digests of several files at once; made for x86 alone.
#if arch(x86_64)
  let digestLibraries: [(name: String, pkgConfig: String?, debian: [String])] = [
    ("CIPSecMB", nil, ["libipsec-mb-dev"])
  ]
#else
  let digestLibraries: [(name: String, pkgConfig: String?, debian: [String])] = []
#endif

/// What each module may import, from the vocabulary up. `Sources/README.md` explains the stages;
/// CI builds with `--explicit-target-dependency-import-check error`, so this table is the law.
let modules: [(name: String, imports: [Target.Dependency])] = [
  ("ExactNumbers", []),
  ("CivilTime", []),
  ("ParallelWork", []),
  ("Markup", []),
  ("Diagnostics", []),
  ("Records", []),
  ("Checksums", ["CNettle", "CXXHash"] + digestLibraries.map { .byName(name: $0.name) }),
  ("ReleaseModel", ["ExactNumbers", "CivilTime", "Records"]),
  ("Workbooks", ["ExactNumbers", "CXLSXWriter"]),
  ("SourceSyntax", ["Diagnostics", "CLibYAML"]),
  (
    "ReleaseFormat",
    [
      "ReleaseModel", "ExactNumbers", "CivilTime", "ParallelWork", "SourceSyntax", "Diagnostics", "Checksums",
    ]
  ),
  ("ReleaseChecks", ["ReleaseModel", "ExactNumbers", "CivilTime", "ParallelWork", "Diagnostics"]),
  ("SVGCharts", ["Markup", "ExactNumbers", "SourceSyntax", "Diagnostics"]),
  ("MarkdownRendering", ["Markup", "Diagnostics", "CCMarkGFM"]),
  ("PageTemplates", ["Markup", "Diagnostics"]),
  (
    "ReportPages",
    [
      "ReleaseModel", "ReleaseChecks", "ExactNumbers", "CivilTime", "MarkdownRendering", "SVGCharts",
      "PageTemplates", "SourceSyntax", "Workbooks", "Markup", "Diagnostics",
    ]
  ),
  (
    "SiteBuilding",
    [
      "ReleaseFormat", "ReleaseChecks", "ReportPages", "MarkdownRendering", "SVGCharts",
      "PageTemplates", "ReleaseModel", "ExactNumbers", "CivilTime", "ParallelWork", "SourceSyntax",
      "Workbooks", "Markup", "Diagnostics", "Checksums", "CXXHash",
    ]
  ),
  (
    "SiteFiles",
    [
      "SiteBuilding", "ReleaseFormat", "ReleaseChecks", "ReleaseModel", "ParallelWork", "Workbooks",
      "CivilTime", "Markup", "Diagnostics", "Records", "Checksums", "CXXHash",
    ]
  ),
  (
    "SitegenCommands",
    [
      "SiteBuilding", "SiteFiles", "ReleaseFormat", "ReleaseChecks", "ReleaseModel", "ReportPages",
      "MarkdownRendering", "SVGCharts", "PageTemplates", "SourceSyntax", "CivilTime", "Diagnostics",
      "DefaultTheme",
      .product(name: "ArgumentParser", package: "swift-argument-parser"),
    ]
  ),
]

/// Set by `make fuzz`: modules are compiled so that libFuzzer sees which paths an input takes, and AddressSanitizer
/// every access.
let isFuzzing = Context.environment["SITEGEN_FUZZ"] != nil
let instrumented: [SwiftSetting] = isFuzzing ? [.unsafeFlags(["-sanitize=fuzzer,address"])] : []

/// System libraries, with the Debian package that brings each.
let libraries: [(name: String, pkgConfig: String?, debian: [String])] =
  [
    ("CCMarkGFM", "libcmark-gfm", ["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]),
    ("CLibYAML", "yaml-0.1", ["libyaml-dev"]),
    ("CXLSXWriter", "xlsxwriter", ["libxlsxwriter-dev"]),
    ("CNettle", "nettle", ["nettle-dev"]),
    ("CXXHash", "libxxhash", ["libxxhash-dev"]),
  ] + digestLibraries

/// Test targets and what each may import beyond the module it tests.
let tests: [(module: String, imports: [Target.Dependency])] = [
  ("ExactNumbers", []),
  ("CivilTime", []),
  ("Markup", []),
  ("Diagnostics", []),
  ("Workbooks", ["ExactNumbers"]),
  ("Checksums", []),
  ("ParallelWork", []),
  ("ReleaseModel", ["ExactNumbers", "CivilTime"]),
  ("SourceSyntax", ["Diagnostics"]),
  ("ReleaseFormat", ["ReleaseModel", "ExactNumbers", "CivilTime", "SourceSyntax", "Diagnostics"]),
  (
    "ReleaseChecks",
    [
      "ReleaseModel", "ReleaseFormat", "MarkdownRendering", "ExactNumbers", "CivilTime", "Diagnostics",
    ]
  ),
  ("SVGCharts", ["Markup", "ExactNumbers", "SourceSyntax", "Diagnostics"]),
  ("MarkdownRendering", ["Markup", "Diagnostics"]),
  ("PageTemplates", ["Markup", "Diagnostics"]),
  (
    "ReportPages",
    [
      "ReleaseModel", "ReleaseChecks", "ExactNumbers", "CivilTime", "MarkdownRendering", "SVGCharts",
      "PageTemplates", "Markup", "Diagnostics",
    ]
  ),
  (
    "SiteBuilding",
    [
      "SiteFiles", "ReleaseFormat", "ReportPages", "PageTemplates", "ExactNumbers", "CivilTime",
      "Markup", "Diagnostics", "DefaultTheme",
    ]
  ),
  ("SiteFiles", ["SiteBuilding", "ReleaseFormat", "CivilTime", "Markup", "Diagnostics", "Checksums"]),
  (
    "SitegenCommands",
    [
      "SiteBuilding", "SiteFiles", "PageTemplates", "CivilTime", "Diagnostics", "DefaultTheme",
      .product(name: "ArgumentParser", package: "swift-argument-parser"),
    ]
  ),
]

let package = Package(
  name: "sitegen",
  products: [.executable(name: "sitegen", targets: ["sitegen"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: libraries.map { library in
    .systemLibrary(
      name: library.name,
      path: "Sources/\(library.name)",
      pkgConfig: library.pkgConfig,
      providers: [.apt(library.debian)])
  }
    + modules.map { module in
      .target(name: module.name, dependencies: module.imports, swiftSettings: strict + instrumented)
    } + [
      .executableTarget(name: "sitegen", dependencies: ["SitegenCommands"], swiftSettings: strict),
      // Not part of the product: what a chart costs.
      .executableTarget(
        name: "ChartBenchmark", dependencies: ["SVGCharts", "ExactNumbers", "Markup"],
        path: "Tests/Benchmark/charts", exclude: ["compare.py"], swiftSettings: strict),
      // The theme travels inside the binary: a plugin turns Templates/ into one Swift file at build time.
      .target(
        name: "DefaultTheme", swiftSettings: strict, plugins: [.plugin(name: "EmbedTemplates")]),
      .executableTarget(
        name: "embed-templates", path: "Sources/EmbedTemplates/tool", swiftSettings: strict),
      .plugin(
        name: "EmbedTemplates", capability: .buildTool(), dependencies: ["embed-templates"],
        path: "Sources/EmbedTemplates/plugin"),
    ]
    + tests.map { test in
      .testTarget(
        name: "\(test.module)Tests",
        dependencies: [.target(name: test.module), "TestSupport"] + test.imports,
        // Drawings that tests read from the source tree.
        exclude: test.module == "SVGCharts" ? ["Snapshots"] : [],
        swiftSettings: strict)
    } + [
      .target(
        name: "TestSupport",
        dependencies: ["ReleaseFormat", "SiteBuilding", "Workbooks", "Markup", "Diagnostics"],
        path: "Tests/TestSupport", swiftSettings: strict),
      .target(
        name: "FuzzTargets",
        dependencies: [
          "SiteBuilding", "ReleaseFormat", "ReleaseChecks", "ReleaseModel", "MarkdownRendering", "SVGCharts",
          "PageTemplates", "SourceSyntax", "Workbooks", "CivilTime", "Markup", "Diagnostics", "DefaultTheme",
        ],
        path: "Tests/Fuzzing/FuzzTargets", swiftSettings: strict + instrumented),
      .testTarget(
        name: "FuzzTargetsTests", dependencies: ["FuzzTargets", "TestSupport"], swiftSettings: strict),
    ]
    + (isFuzzing
      ? [
        .executableTarget(
          name: "sitegen-fuzz", dependencies: ["FuzzTargets"], path: "Tests/Fuzzing/Fuzzer",
          swiftSettings: strict + instrumented + [.unsafeFlags(["-parse-as-library"])],
          linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address"])])
      ] : []),
  swiftLanguageModes: [.v6]
)
