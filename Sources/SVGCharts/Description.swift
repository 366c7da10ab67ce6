/// A chart in plain sentences for who cannot see it.
func describe(_ chart: Composition) -> String {
  ""
}
