import Determinism

/// A schema as it is kept, with all that makes it this one and no other.
package struct SchemaContent: Sendable, Hashable {
    /// `AVRO`, `JSON`, `PROTOBUF`, or what others wrote: kept and given out even where it is not understood.
    package var type: String
    package var text: String
    package var references: [SchemaReference]
    /// Data contracts' metadata and rules: JSON without space, kept and given back.
    package var metadata: String?
    package var ruleSet: String?

    package init(
        type: String = "AVRO", text: String, references: [SchemaReference] = [], metadata: String? = nil, ruleSet: String? = nil
    ) {
        self.type = type
        self.text = text
        self.references = references
        self.metadata = metadata
        self.ruleSet = ruleSet
    }

    /// Derived from the content alone, so that every registry gives a schema the same one: the MD5 of what makes it, written
    /// as a UUID.
    package var guid: String {
        var bytes = Array(text.utf8)
        for reference in references {
            bytes += Array(reference.name.utf8) + Array(reference.subject.text.utf8)
            bytes += (0..<4).reversed().map { UInt8(truncatingIfNeeded: reference.version >> (8 * $0)) }
        }
        for part in [metadata, ruleSet] { bytes += Array((part ?? "").utf8) }
        if type != "AVRO" { bytes += Array(type.utf8) }
        let digest = md5(bytes)
        return [0..<4, 4..<6, 6..<8, 8..<10, 10..<16].map { hexadecimal(digest[$0]) }.joined(separator: "-")
    }
}

/// What a schema needs of another: that version of a subject, under the name by which the schema speaks of it.
package struct SchemaReference: Sendable, Hashable {
    /// A full name in Avro, a URI in JSON Schema, an import path in Protobuf.
    package var name: String
    package var subject: SubjectName
    package var version: Int

    package init(name: String, subject: SubjectName, version: Int) {
        self.name = name
        self.subject = subject
        self.version = version
    }
}

/// A schema under a subject.
package struct SchemaVersion: Sendable, Hashable {
    package var subject: SubjectName
    /// From 1.
    package var version: Int
    /// Of the schema, the same under all subjects of a context.
    package var id: Int
    package var content: SchemaContent
    /// Softly: still to be had by its id.
    package var isDeleted: Bool

    package init(subject: SubjectName, version: Int, id: Int, content: SchemaContent, isDeleted: Bool = false) {
        self.subject = subject
        self.version = version
        self.id = id
        self.content = content
        self.isDeleted = isDeleted
    }

    package var key: Key { Key(subject: subject, version: version) }

    package struct Key: Sendable, Hashable, Comparable {
        package var subject: SubjectName
        package var version: Int

        package init(subject: SubjectName, version: Int) {
            self.subject = subject
            self.version = version
        }

        package static func < (left: Self, right: Self) -> Bool {
            left.subject == right.subject ? left.version < right.version : left.subject < right.subject
        }
    }
}
