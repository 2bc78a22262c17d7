import LocatedJSON

/// Why a record of the log is passed over, in one sentence.
package struct RecordProblem: Error, Sendable, Hashable {
    package var message: String

    init(_ message: String) { self.message = message }
}

/// Reads a record of the log.
///
/// - Throws: what is wrong with it. Others may write kinds of records that are not known here: the log is read on without them.
package func readRegistryRecord(key: [UInt8]?, value: [UInt8]?) throws(RecordProblem) -> RegistryRecord {
    guard let key else { throw RecordProblem("a record has no key") }
    let keyNode = try node(key, "key")
    guard let type = keyNode["keytype"]?.string else { throw RecordProblem("a record's key names no keytype") }
    let valueNode = try value.map { bytes throws(RecordProblem) in try node(bytes, "value") }.flatMap { $0.isNull ? nil : $0 }
    switch type {
    case "SCHEMA":
        let key = try schemaKey(keyNode)
        guard let valueNode else { return .schemaTombstone(key) }
        return .schema(try schemaVersion(valueNode, key))
    case "CONFIG": return .config(scope(keyNode), valueNode.map(RegistryConfig.init(record:)))
    case "MODE":
        guard let valueNode else { return .mode(scope(keyNode), nil) }
        guard let mode = valueNode["mode"]?.string.flatMap(RegistryMode.init(rawValue:)) else {
            throw RecordProblem("a record sets a mode that is not known")
        }
        return .mode(scope(keyNode), mode)
    case "DELETE_SUBJECT":
        guard let valueNode else { return .nothing }
        guard let subject = valueNode["subject"]?.string ?? keyNode["subject"]?.string,
            let version = valueNode["version"]?.int64.flatMap(Int.init(exactly:))
        else { throw RecordProblem("a record deletes a subject and does not say which, or up to which version") }
        return .deleteSubject(SubjectName(subject), upTo: version)
    case "CLEAR_SUBJECT": return valueNode == nil ? .nothing : .clearSubject(scope(keyNode))
    case "CONTEXT":
        guard valueNode != nil, let context = keyNode["context"]?.string else { return .nothing }
        return .context(context)
    case "NOOP": return .nothing
    default: throw RecordProblem("a record is of kind '\(type.prefix(40))', which is not known")
    }
}

private func node(_ bytes: [UInt8], _ part: String) throws(RecordProblem) -> JSONNode {
    var limits = JSONLimits()
    limits.allowsDuplicateKeys = true
    do {
        return try parseJSONPayload(bytes, limits: limits)
    } catch {
        throw RecordProblem("a record's \(part) is not JSON: \(error.diagnostic.message)")
    }
}

/// Of all where the subject is missing or null.
private func scope(_ key: JSONNode) -> SubjectName? { key["subject"]?.string.map(SubjectName.init) }

private func schemaKey(_ key: JSONNode) throws(RecordProblem) -> SchemaVersion.Key {
    guard let subject = key["subject"]?.string, let version = key["version"]?.positiveInt32 else {
        throw RecordProblem("the key of a schema names no subject and version")
    }
    return SchemaVersion.Key(subject: SubjectName(subject), version: version)
}

private func schemaVersion(_ value: JSONNode, _ key: SchemaVersion.Key) throws(RecordProblem) -> SchemaVersion {
    guard let id = value["id"]?.int64.flatMap(Int32.init(exactly:)), id >= 0, let text = value["schema"]?.string else {
        throw RecordProblem("the record of version \(key.version) of subject '\(key.subject)' lacks its id or its schema")
    }
    var content = SchemaContent(type: value["schemaType"]?.string ?? "AVRO", text: text)
    for reference in value["references"]?.array ?? [] {
        guard let read = SchemaReference(reference) else {
            throw RecordProblem("a reference of version \(key.version) of subject '\(key.subject)' is not whole")
        }
        content.references.append(read)
    }
    content.metadata = value["metadata"]?.writtenObject
    content.ruleSet = value["ruleSet"]?.writtenObject
    return SchemaVersion(
        subject: key.subject, version: key.version, id: Int(id), content: content, isDeleted: value["deleted"]?.bool ?? false)
}

extension SchemaReference {
    /// nil where a part is missing. The version may be -1, which is the latest.
    init?(_ node: JSONNode) {
        guard let name = node["name"]?.string, let subject = node["subject"]?.string,
            let version = node["version"]?.int64.flatMap(Int32.init(exactly:)), version > 0 || version == -1
        else { return nil }
        self.init(name: name, subject: SubjectName(subject), version: Int(version))
    }
}

extension JSONNode {
    /// The compact text of an object; nil for anything else.
    var writtenObject: String? { object == nil ? nil : compactText }

    var positiveInt32: Int? {
        int64.flatMap(Int32.init(exactly:)).flatMap { $0 > 0 ? Int($0) : nil }
    }
}
