/// The fields of a kind of thing: their types for the checker, and how each is read from a subject.
///
///     static let shape = ObjectShape<Topic>("Topic", [
///         .init("name", .string) { .string($0.name) },
///         .init("description", .nullable(.string)) { $0.description.map(ExpressionValue.string) },
///     ])
///     environment.declare(shape.type)
///     environment.variables["topic"] = .object("Topic")
///     variables["topic"] = shape.value(of: topic)
package struct ObjectShape<Subject: Sendable>: Sendable {
    package struct Field: Sendable {
        let name: String
        let type: ExpressionType
        let read: @Sendable (Subject) -> ExpressionValue?

        /// `read` answers nil where the subject does not have the field.
        package init(_ name: String, _ type: ExpressionType, read: @escaping @Sendable (Subject) -> ExpressionValue?) {
            self.name = name
            self.type = type
            self.read = read
        }
    }

    package let type: ExpressionObjectType
    private let fields: [String: Field]
    private let names: [String]

    package init(_ name: String, _ fields: [Field]) {
        type = ExpressionObjectType(name, fields: Dictionary(fields.map { ($0.name, $0.type) }) { $1 })
        self.fields = Dictionary(fields.map { ($0.name, $0) }) { $1 }
        names = fields.map(\.name)
    }

    package func value(of subject: Subject) -> ExpressionValue {
        .object(ExpressionObject(type: type.name, fields: names) { [fields] name in fields[name]?.read(subject) })
    }
}
