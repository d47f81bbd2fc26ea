/// Chooses what stands on which page.
protocol ColumnDivider {
  /// The columns of all pages with their white scaled.
  func columns(_ white: WhiteScale) -> [PageColumn]
}
