import ReleaseFormat
import ReleaseModel
import ReportPages

/// How charts in texts are read: presets by the rules of `release.yaml`, files from the site.
func chartReading(_ loaded: LoadedArchive, _ archive: ReleaseArchive, _ source: SiteSource) -> ChartReading {
  let reader = ChartRequestReader(
    archive, isComplete: unreadCompanies(loaded.diagnostics, archive).isEmpty)
  return ChartReading(
    preset: { node, path, company, diagnostics in
      reader.read(node, path: path, company: company, diagnostics: &diagnostics)
    },
    file: { path in
      guard case .success(let bytes) = source.read(path) else { return nil }
      return bytes
    },
    written: { release in
      // A chart that is written out stands in the file; only such a release is read again for it.
      guard release.charts.contains(where: { $0.preset == nil }) else { return [] }
      return loaded.sources.release(release.folder)?.charts ?? []
    })
}
