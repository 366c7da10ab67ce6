import SitegenCommands

runSitegen()
