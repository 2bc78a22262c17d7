import Foundation

/// One file of Specs/kafka/apis → its description, checked.
///
/// - Parameter file: the file's name, for errors.
package func parseAPIDescription(_ data: Data, file: String) throws(DescriptionError) -> APIDescription {
    var object = try JSONObject(try JSONValue.parse(data, file: file), place: file)
    let name = try object.required(object.string("name"), "name")
    let key = try object.required(object.integer("key"), "key")
    guard let key = Int16(exactly: key) else { throw object.error("key \(key) does not fit in 16 bits") }
    let about = try object.required(object.string("about"), "about")
    let versions = try object.required(object.versions("versions"), "versions")
    guard versions.last < .max else { throw object.error("versions must have an end") }
    let advertised = try object.versions("advertised") ?? versions
    let flexible = try object.versions("flexible")
    guard flexible == nil || flexible?.last == .max else { throw object.error("flexible must have no end") }

    let context = FieldContext(versions: versions, firstFlexible: flexible?.first)
    let request = try object.required(object.take("request"), "request")
    let response = try object.required(object.take("response"), "response")
    try object.finish()
    return APIDescription(
        name: name, key: key, about: about, versions: versions, advertised: advertised,
        firstFlexible: flexible?.first,
        request: try parseMessage(request, name: name + "Request", place: "\(file): request", context),
        response: try parseMessage(response, name: name + "Response", place: "\(file): response", context))
}

private struct FieldContext {
    let versions: VersionRange
    let firstFlexible: Int16?
}

private func parseMessage(
    _ value: JSONValue, name: String, place: String, _ context: FieldContext
) throws(DescriptionError) -> MessageDescription {
    var object = try JSONObject(value, place: place)
    let about = try object.required(object.string("about"), "about")
    let fields = try parseFields(&object, place: place, context)
    try object.finish()
    return MessageDescription(name: name, about: about, fields: fields)
}

private func parseFields(
    _ object: inout JSONObject, place: String, _ context: FieldContext
) throws(DescriptionError) -> [FieldDescription] {
    var fields: [FieldDescription] = []
    for value in try object.required(object.array("fields"), "fields") {
        let field = try parseField(value, place: place, context)
        guard !fields.contains(where: { $0.name == field.name }) else {
            throw object.error("\(field.name) is described twice")
        }
        guard field.tag == nil || !fields.contains(where: { $0.tag == field.tag }) else {
            throw object.error("tag of \(field.name) is taken")
        }
        fields.append(field)
    }
    return fields
}

private func parseField(
    _ value: JSONValue, place: String, _ context: FieldContext
) throws(DescriptionError) -> FieldDescription {
    var unnamed = try JSONObject(value, place: place)
    let name = try unnamed.required(unnamed.string("name"), "name of a field")
    var object = try JSONObject(value, place: "\(place).\(name)")
    _ = object.take("name")

    let about = try object.required(object.string("about"), "about")
    let stated = try object.versions("versions") ?? context.versions
    guard let versions = stated.clipped(to: context.versions) else {
        throw object.error("none of its versions is described")
    }
    var nullable: VersionRange?
    if let range = try object.versions("nullable") {
        nullable = range.clipped(to: versions)
        guard nullable != nil else { throw object.error("nullable meets none of its versions") }
    }
    let tag = try object.integer("tag").map { Int($0) }
    if tag != nil {
        guard let first = context.firstFlexible, versions.first >= first else {
            throw object.error("a tagged field needs flexible versions")
        }
    }
    let typeName = try object.required(object.string("type"), "type")
    // A structure's fields live within the versions of the field that holds it.
    let inner = FieldContext(versions: versions, firstFlexible: context.firstFlexible)
    let type = try parseType(typeName, &object, inner)
    let defaultValue = try parseDefault(&object, type: type, nullable: nullable)
    if tag != nil, nullable != nil, case .structure = type {
        throw object.error("a tagged structure that may be null is not supported")
    }
    let ignorable = try object.bool("ignorable") ?? false
    try object.finish()
    return FieldDescription(
        name: name, about: about, type: type, versions: versions, nullable: nullable, tag: tag,
        defaultValue: defaultValue, isIgnorable: ignorable)
}

private func parseType(
    _ name: String, _ object: inout JSONObject, _ context: FieldContext
) throws(DescriptionError) -> FieldType {
    if name.hasPrefix("["), name.hasSuffix("]") {
        return .array(try parseType(String(name.dropFirst().dropLast()), &object, context))
    }
    switch name {
    case "bool": return .bool
    case "int8": return .int8
    case "int16": return .int16
    case "uint16": return .uint16
    case "int32": return .int32
    case "uint32": return .uint32
    case "int64": return .int64
    case "float64": return .float64
    case "string": return .string
    case "uuid": return .uuid
    case "error": return .errorCode
    case "bytes": return .bytes
    case "records": return .records
    default:
        guard name.first?.isUppercase == true else { throw object.error("\(name) is not a type") }
        let fields = try parseFields(&object, place: object.place, context)
        return .structure(StructureDescription(name: name, fields: fields))
    }
}

private func parseDefault(
    _ object: inout JSONObject, type: FieldType, nullable: VersionRange?
) throws(DescriptionError) -> DefaultValue? {
    guard let value = object.take("default") else { return nil }
    switch (value, type) {
    case (.null, _):
        guard nullable != nil else { throw object.error("default is null, but the field never is") }
        return .null
    case (.bool(let value), .bool): return .bool(value)
    case (.string(let value), .string): return .string(value)
    case (.integer(let value), .int8), (.integer(let value), .int16), (.integer(let value), .uint16),
        (.integer(let value), .int32), (.integer(let value), .uint32), (.integer(let value), .int64):
        return .integer(value)
    default: throw object.error("default does not suit the type")
    }
}
