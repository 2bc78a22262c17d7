import ContractModel
import Diagnostics

extension ProtobufTranslation {
    /// The fields of a message in the order in which they are written down, named.
    mutating func plan(_ message: ProtobufMessage) -> [ProtobufFieldPlan] {
        let source = schema[message.file].source
        var taken = MemberNames()
        var named: Set<ProtobufID<ProtobufOneof>> = []
        var cases: [ProtobufID<ProtobufOneof>: MemberNames] = [:]
        var plans: [ProtobufFieldPlan] = []
        for field in schema.fields(of: message) {
            guard var plan = self.plan(field, of: message) else { continue }
            let range = source.range(field.nameSpan)
            var clash: Diagnostic?
            if case .choice = plan.shape, let id = field.oneof {
                clash = cases[id, default: MemberNames()].claim(plan.name, for: field.name, of: message.fullName + "." + schema[id].name, at: range)
                if named.insert(id).inserted, clash == nil {
                    clash = taken.claim(oneofName(id), for: schema[id].name, of: message.fullName, at: source.range(schema[id].nameSpan))
                }
            } else {
                clash = taken.claim(plan.name, for: field.name, of: message.fullName, at: range)
            }
            if let clash { diagnostics.append(clash) }
            plan.documentation = protobufComment(at: field.span, in: source)
            plans.append(plan)
        }
        return plans
    }

    func oneofName(_ id: ProtobufID<ProtobufOneof>) -> String {
        SwiftName.protobufMember(schema[id].name)
    }

    private func plan(_ field: ProtobufField, of message: ProtobufMessage) -> ProtobufFieldPlan? {
        let entry = schema.mapEntry(of: field)
        guard let (type, wire, content) = value(of: entry?.value ?? field, in: message) else { return nil }
        let wireName = message.fullName + "." + field.name
        var plan = ProtobufFieldPlan(
            field: field, shape: .optional, content: content, wireName: wireName, name: options.names[wireName] ?? SwiftName.protobufMember(field.name),
            type: type, propertyType: type, wire: wire)
        plan.isBoxed = boxed.contains(field.id)
        let isDeprecated = field.options[3].first?.bool == true
        if let oneof = field.oneof, !schema[oneof].isSynthetic {
            plan.name = options.names[wireName] ?? SwiftName.enumCase(field.name)
            plan.shape = .choice(oneofName(oneof))
            return plan
        }
        if let entry {
            guard let (keyType, keyWire, _) = value(of: entry.key, in: message) else { return nil }
            let closed = "HeddleRuntime.ProtobufWire.ClosedEnumeration<\(type)>"
            plan.shape = .map(key: keyWire, value: plan.isClosed ? closed : wire)
            plan.propertyType = options.maps == .pairs ? "[HeddleRuntime.ProtobufMapEntry<\(keyType), \(type)>]" : "[\(keyType): \(type)]"
        } else if field.isRepeated {
            plan.shape = .list
            plan.propertyType = "[\(type)]"
        } else if field.cardinality == .required {
            plan.shape = .required
            plan.isStoredApart = true
        } else if field.presence == .implicit, !plan.isMessage {
            plan.shape = .implicit
        } else {
            plan.propertyType = type + "?"
        }
        plan.isDeprecated = isDeprecated
        if plan.isBoxed || isDeprecated { plan.isStoredApart = true }
        return plan
    }

    /// The Swift type of one value, and what reads and writes it.
    private func value(of field: ProtobufField, in message: ProtobufMessage) -> (type: String, wire: String, ProtobufFieldPlan.Content)? {
        switch field.type {
        case .scalar(let scalar):
            return (scalar.swiftType, scalar.wire(requiresUTF8: field.requiresUTF8), .scalar(scalar))
        case .enumeration(let id):
            let type = reference(.enumeration(id), in: message)
            let isClosed = runtimeType(of: .enumeration(id)) == nil && isClosed(schema[id])
            return (type, "HeddleRuntime.ProtobufWire.Enumeration<\(type)>", .enumeration(isClosed: isClosed))
        case .message where isDate(field):
            return ("Foundation.Date", "HeddleRuntime.ProtobufWire.FoundationDate", .message)
        case .message(let id):
            let type = reference(.message(id), in: message)
            return (type, "HeddleRuntime.ProtobufWire.\(field.isDelimited ? "Group" : "Message")<\(type)>", field.isDelimited ? .group : .message)
        case .unresolved: return nil
        }
    }

    /// `dates: foundation`. A timestamp between group tags, which nobody writes but a feature allows, stays exact.
    func isDate(_ field: ProtobufField) -> Bool {
        guard options.dates == .foundation, case .message(let id) = field.type, !field.isDelimited else { return false }
        return schema[id].fullName == "google.protobuf.Timestamp" && schema[schema[id].file].isWellKnown
    }

    func isClosed(_ enumeration: ProtobufEnum) -> Bool { enumeration.isClosed || options.enums == .closed }
}

extension SwiftName {
    /// A property of a message: never the name of what every message has.
    static func protobufMember(_ wire: String) -> String {
        let name = member(wire)
        return protobufReserved.contains(name) ? name + "_" : name
    }

    private static let protobufReserved: Set<String> = [
        "self", "init", "hashValue", "hash", "contract", "encode", "encoded", "merge", "mergePart", "checkRequired", "unknownFields", "protobufError", "decoder",
    ]
}
