/// The field that a value is in, as messages speak of it: one that is described, or an entry of a map that is.
struct FieldInPlace {
    private let description: FieldDescription
    private let key: String?

    init(_ description: FieldDescription) {
        self.description = description
        key = nil
    }

    private init(_ description: FieldDescription, key: String) {
        self.description = description
        self.key = key
    }

    var name: String { key ?? description.name }

    /// As one would write it after the colon, in YAML's flow style.
    var example: String { key == nil ? description.example : description.itemExample }

    /// An entry of this map.
    func item(named key: String) -> FieldInPlace { FieldInPlace(description, key: key) }
}
