import LocatedJSON

/// What a schema says about itself: never breaking.
extension SchemaComparison {
    mutating func compareAnnotations(_ old: Int, _ new: Int) {
        guard isTelling, let was = shapes[old].source, let now = shapes[new].source else { return }
        let keywords: [(String, JSONSchemaChange)] = [
            ("$id", .idChanged), ("title", .titleChanged), ("description", .descriptionChanged), ("default", .defaultChanged),
        ]
        for (keyword, change) in keywords where was[keyword] != now[keyword] {
            let what = was[keyword] == nil ? "is given" : now[keyword] == nil ? "is taken away" : "is another"
            tell(change, old: range(old, keyword), new: range(new, keyword), "'\(keyword)' \(what)")
        }
    }
}
