/// A .proto file.
package struct ProtobufFile: Sendable {
    package struct Import: Sendable {
        package var path: String
        package var modifier: ProtobufImportSyntax.Modifier
        /// Nil where it could not be found.
        package var file: ProtobufID<ProtobufFile>?
        package var span: ProtobufSpan
    }

    package let id: ProtobufID<ProtobufFile>
    /// As it was asked for or imported.
    package let path: String
    /// Makes the ranges of everything in the file: `file.source.range(field.nameSpan)`.
    package let source: ProtobufSource
    package let edition: ProtobufEdition
    /// Empty where there is none.
    package let package: String
    /// Brought along by Heddle: google/protobuf/timestamp.proto and its like.
    package let isWellKnown: Bool
    /// With those that are `import option`, in the order in which they are written.
    package internal(set) var imports: [Import] = []
    package internal(set) var messages: [ProtobufID<ProtobufMessage>] = []
    package internal(set) var enums: [ProtobufID<ProtobufEnum>] = []
    package internal(set) var services: [ProtobufID<ProtobufService>] = []
    /// Indices in the schema's `fields`.
    package internal(set) var extensions: Range<Int> = 0..<0
    package internal(set) var options = ProtobufOptions()
    package internal(set) var features = ProtobufFeatures(defaultOf: .proto2)
    package internal(set) var packageSpan: ProtobufSpan?
}

/// A service: kept for rules, not for the messages of topics.
package struct ProtobufService: Sendable {
    package let id: ProtobufID<ProtobufService>
    package let file: ProtobufID<ProtobufFile>
    package let name: String
    package let fullName: String
    /// Indices in the schema's `methods`.
    package internal(set) var methods: Range<Int> = 0..<0
    package internal(set) var options = ProtobufOptions()
    package internal(set) var features = ProtobufFeatures(defaultOf: .proto2)
    package let nameSpan: ProtobufSpan
    package let span: ProtobufSpan
}

package struct ProtobufMethod: Sendable {
    package let id: ProtobufID<ProtobufMethod>
    package let service: ProtobufID<ProtobufService>
    package let name: String
    /// Nil where the type could not be found.
    package internal(set) var input: ProtobufID<ProtobufMessage>?
    package internal(set) var output: ProtobufID<ProtobufMessage>?
    package let isClientStreaming: Bool
    package let isServerStreaming: Bool
    /// `{}` after it: protoc's descriptors tell so.
    let hasBlock: Bool
    package internal(set) var options = ProtobufOptions()
    package let nameSpan: ProtobufSpan
    package let span: ProtobufSpan
}
