import Markup
import ReportPages

/// Writes what lists the pages: feed, sitemap and robots.
func writeLists(_ plan: SitePlan, _ context: PageContext, _ output: SiteOutput, _ made: inout MadePage) {
  hand("feed.xml", archiveFeed(context), output, &made)
  hand("sitemap.xml", siteMap(plan.listed, context), output, &made)
  hand("robots.txt", siteRobots(context), output, &made)
}

/// Writes the assets that pages load.
func writeAssets(_ theme: Theme, _ output: SiteOutput, _ made: inout MadePage) {
  for asset in theme.assets {
    var sink = ByteSink(capacity: asset.bytes.count)
    sink.append(asset.bytes)
    hand(asset.published, sink, output, &made)
  }
}
