/// What an option is set on.
enum ProtobufOptionTarget {
    case file(ProtobufID<ProtobufFile>)
    case message(ProtobufID<ProtobufMessage>)
    case field(ProtobufID<ProtobufField>)
    case oneof(ProtobufID<ProtobufOneof>)
    case enumeration(ProtobufID<ProtobufEnum>)
    case enumValue(ProtobufID<ProtobufEnumValue>)
    /// All ranges of a statement share their options. Indices of them in the message.
    case extensionRanges(ProtobufID<ProtobufMessage>, Range<Int>)
    case service(ProtobufID<ProtobufService>)
    case method(ProtobufID<ProtobufMethod>)

    /// As google.protobuf.FieldOptions.OptionTargetType.
    enum Kind: Int32, CaseIterable {
        case file = 1
        case extensionRange, message, field, oneof, enumeration, enumValue, service, method

        /// Its options are a value of this message.
        var optionsName: String {
            switch self {
            case .file: "google.protobuf.FileOptions"
            case .extensionRange: "google.protobuf.ExtensionRangeOptions"
            case .message: "google.protobuf.MessageOptions"
            case .field: "google.protobuf.FieldOptions"
            case .oneof: "google.protobuf.OneofOptions"
            case .enumeration: "google.protobuf.EnumOptions"
            case .enumValue: "google.protobuf.EnumValueOptions"
            case .service: "google.protobuf.ServiceOptions"
            case .method: "google.protobuf.MethodOptions"
            }
        }

        var description: String {
            switch self {
            case .file: "a file"
            case .extensionRange: "an extension range"
            case .message: "a message"
            case .field: "a field"
            case .oneof: "a oneof"
            case .enumeration: "an enum"
            case .enumValue: "a value of an enum"
            case .service: "a service"
            case .method: "an rpc"
            }
        }
    }

    var kind: Kind {
        switch self {
        case .file: .file
        case .message: .message
        case .field: .field
        case .oneof: .oneof
        case .enumeration: .enumeration
        case .enumValue: .enumValue
        case .extensionRanges: .extensionRange
        case .service: .service
        case .method: .method
        }
    }
}

extension ProtobufLinker {
    struct PendingOptions {
        var target: ProtobufOptionTarget
        var options: [ProtobufOptionSyntax]
        /// In which names are looked up: the one around the element.
        var scope: Int32
        var file: Int
    }

    /// Notes options, to be understood when all types are known.
    mutating func postpone(_ options: [ProtobufOptionSyntax], of target: ProtobufOptionTarget, scope: Int32, in file: Int) {
        guard !options.isEmpty else { return }
        pendingOptions.append(PendingOptions(target: target, options: options, scope: scope, file: file))
    }

    func options(of target: ProtobufOptionTarget) -> ProtobufOptions {
        switch target {
        case .file(let id): schema[id].options
        case .message(let id): schema[id].options
        case .field(let id): schema[id].options
        case .oneof(let id): schema[id].options
        case .enumeration(let id): schema[id].options
        case .enumValue(let id): schema[id].options
        case .extensionRanges(let id, let ranges):
            ranges.first.map { schema[id].extensionRanges[$0].options } ?? ProtobufOptions()
        case .service(let id): schema[id].options
        case .method(let id): schema[id].options
        }
    }

    mutating func keep(_ options: ProtobufOptions, of target: ProtobufOptionTarget) {
        switch target {
        case .file(let id): schema[id].options = options
        case .message(let id): schema[id].options = options
        case .field(let id): schema[id].options = options
        case .oneof(let id): schema[id].options = options
        case .enumeration(let id): schema[id].options = options
        case .enumValue(let id): schema[id].options = options
        case .extensionRanges(let id, let ranges):
            for index in ranges { schema[id].extensionRanges[index].options = options }
        case .service(let id): schema[id].options = options
        case .method(let id): schema[id].options = options
        }
    }
}
