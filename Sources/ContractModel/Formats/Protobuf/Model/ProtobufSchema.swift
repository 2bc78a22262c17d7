/// Stands for one thing in a `ProtobufSchema`: `schema[id]`.
package struct ProtobufID<Element>: Sendable, Hashable, Comparable {
    package let index: Int32

    init(_ index: Int) { self.index = Int32(truncatingIfNeeded: index) }

    package static func < (left: Self, right: Self) -> Bool { left.index < right.index }
}

/// Files that were read and linked together: everything in them, flat, with ids in place of references, so that messages
/// may contain each other and the whole is a value.
///
///     let result = loadProtobuf(["orders.proto"]) { path in files[path] }
///     let order = result.schema.message(named: "shop.Order")
///     for field in result.schema.fields(of: order) { … }
///
/// Source: https://protobuf.dev/reference/protobuf/edition-2023-spec and descriptor.proto.
package struct ProtobufSchema: Sendable {
    package internal(set) var files: [ProtobufFile] = []
    package internal(set) var messages: [ProtobufMessage] = []
    /// Of messages and extensions.
    package internal(set) var fields: [ProtobufField] = []
    package internal(set) var oneofs: [ProtobufOneof] = []
    package internal(set) var enums: [ProtobufEnum] = []
    package internal(set) var enumValues: [ProtobufEnumValue] = []
    package internal(set) var services: [ProtobufService] = []
    package internal(set) var methods: [ProtobufMethod] = []
    var messagesByName: [String: ProtobufID<ProtobufMessage>] = [:]
    var enumsByName: [String: ProtobufID<ProtobufEnum>] = [:]
    var filesByPath: [String: ProtobufID<ProtobufFile>] = [:]
    /// By extended message and number.
    var extensionsByNumber: [ExtensionKey: ProtobufID<ProtobufField>] = [:]

    struct ExtensionKey: Hashable {
        var message: ProtobufID<ProtobufMessage>
        var number: Int32
    }

    package subscript(id: ProtobufID<ProtobufFile>) -> ProtobufFile {
        _read { yield files[Int(id.index)] }
        _modify { yield &files[Int(id.index)] }
    }
    package subscript(id: ProtobufID<ProtobufMessage>) -> ProtobufMessage {
        _read { yield messages[Int(id.index)] }
        _modify { yield &messages[Int(id.index)] }
    }
    package subscript(id: ProtobufID<ProtobufField>) -> ProtobufField {
        _read { yield fields[Int(id.index)] }
        _modify { yield &fields[Int(id.index)] }
    }
    package subscript(id: ProtobufID<ProtobufOneof>) -> ProtobufOneof {
        _read { yield oneofs[Int(id.index)] }
        _modify { yield &oneofs[Int(id.index)] }
    }
    package subscript(id: ProtobufID<ProtobufEnum>) -> ProtobufEnum {
        _read { yield enums[Int(id.index)] }
        _modify { yield &enums[Int(id.index)] }
    }
    package subscript(id: ProtobufID<ProtobufEnumValue>) -> ProtobufEnumValue {
        _read { yield enumValues[Int(id.index)] }
        _modify { yield &enumValues[Int(id.index)] }
    }
    package subscript(id: ProtobufID<ProtobufService>) -> ProtobufService {
        _read { yield services[Int(id.index)] }
        _modify { yield &services[Int(id.index)] }
    }
    package subscript(id: ProtobufID<ProtobufMethod>) -> ProtobufMethod {
        _read { yield methods[Int(id.index)] }
        _modify { yield &methods[Int(id.index)] }
    }
}

extension ProtobufSchema {
    /// By the path under which it was asked for or imported.
    package func file(at path: String) -> ProtobufFile? { filesByPath[path].map { self[$0] } }

    /// By full name without a leading point: `shop.Order.Line`.
    package func message(named name: String) -> ProtobufMessage? { messagesByName[name].map { self[$0] } }

    package func enumeration(named name: String) -> ProtobufEnum? { enumsByName[name].map { self[$0] } }

    /// In the order in which they are written, with those of oneofs.
    package func fields(of message: ProtobufMessage) -> ArraySlice<ProtobufField> { fields[message.fields] }

    package func oneofs(of message: ProtobufMessage) -> ArraySlice<ProtobufOneof> { oneofs[message.oneofs] }

    package func values(of enumeration: ProtobufEnum) -> ArraySlice<ProtobufEnumValue> { enumValues[enumeration.values] }

    package func methods(of service: ProtobufService) -> ArraySlice<ProtobufMethod> { methods[service.methods] }

    /// Extensions that are declared in a message, whatever they extend.
    package func extensions(in message: ProtobufMessage) -> ArraySlice<ProtobufField> { fields[message.extensions] }

    /// Extensions that are declared in a file, outside of its messages.
    package func extensions(in file: ProtobufFile) -> ArraySlice<ProtobufField> { fields[file.extensions] }

    /// The field with a number: of the message itself, or an extension of it that some file declares.
    package func field(_ number: Int32, of message: ProtobufMessage) -> ProtobufField? {
        if let index = message.fieldIndex(of: number, in: self) { return fields[index] }
        guard !message.extensionRanges.isEmpty else { return nil }
        return extensionsByNumber[ExtensionKey(message: message.id, number: number)].map { self[$0] }
    }

    /// `shop.Order.id`; of an extension, the name that it has where it is declared: `shop.extension`.
    package func fullName(of field: ProtobufField) -> String {
        let scope = field.isExtension ? field.scope.map { self[$0].fullName } ?? self[field.file].package : self[field.message].fullName
        return scope.isEmpty ? field.name : scope + "." + field.name
    }

    /// Values stand beside their enum: `shop.STATUS_OPEN`, not `shop.Status.STATUS_OPEN`.
    package func fullName(of value: ProtobufEnumValue) -> String {
        let enumeration = self[value.enumeration]
        let scope = enumeration.parent.map { self[$0].fullName } ?? self[enumeration.file].package
        return scope.isEmpty ? value.name : scope + "." + value.name
    }

    /// The message of a map field's entries, and its two fields; nil where the field is no map.
    package func mapEntry(of field: ProtobufField) -> (key: ProtobufField, value: ProtobufField)? {
        guard case .message(let id) = field.type, self[id].kind == .mapEntry, field.isRepeated else { return nil }
        let entry = self[id].fields
        guard entry.count == 2 else { return nil }
        return (fields[entry.lowerBound], fields[entry.upperBound - 1])
    }
}
