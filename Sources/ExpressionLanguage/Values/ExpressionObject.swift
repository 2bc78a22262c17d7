/// A thing with named fields of which an expression reads only what it asks for. Large resources are not copied into maps.
///
///     let value = ExpressionValue.object(ExpressionObject(type: "Topic", fields: ["name"]) { field in
///         field == "name" ? .string(topic.name) : nil
///     })
///
/// `ObjectShape` makes the type for the checker and such values from one table.
package final class ExpressionObject: Sendable {
    package let typeName: String
    /// All fields there may be, for equality and messages.
    package let fieldNames: [String]
    private let read: @Sendable (String) -> ExpressionValue?

    /// `read` answers nil where the field is not there: `has` is false then, and reading it is an error.
    package init(type typeName: String, fields: [String], read: @escaping @Sendable (String) -> ExpressionValue?) {
        self.typeName = typeName
        fieldNames = fields
        self.read = read
    }

    package subscript(field field: String) -> ExpressionValue? { read(field) }
}
