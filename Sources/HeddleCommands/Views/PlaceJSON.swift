import MeshModel

/// The document that asks for something, and where it stands.
struct PlaceJSON: Encodable {
    /// `Application checkout`.
    var document: String
    var file: String?
    var line: Int?
    var column: Int?

    init(_ origin: Origin) {
        document = origin.document
        file = origin.range?.file.path
        line = origin.range.map { Int($0.start.line) }
        column = origin.range.map { Int($0.start.column) }
    }
}
