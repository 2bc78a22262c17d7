import ContractModel

extension ProtobufTranslation {
    /// Asks this message and those inside of it for what is required.
    func checking(_ plans: [ProtobufFieldPlan]) -> SwiftFunction {
        var code = SwiftCode()
        var choices: Set<String> = []
        for plan in plans {
            if case .required = plan.shape {
                code.line("if \(plan.storage) == nil { throw HeddleRuntime.CodecError.missingField(\(swiftLiteral(plan.field.name)), at: offset) }")
            }
            guard asks(plan) else { continue }
            if case .choice(let property) = plan.shape {
                guard choices.insert(property).inserted else { continue }
                let all = plans.filter { $0.field.oneof == plan.field.oneof }
                code.line("switch self.\(SwiftName.escaped(property)) {")
                for one in all where asks(one) { code.line("case .\(SwiftName.escaped(one.name))(let value)?: \(check(one, "value"))") }
                code.line(all.allSatisfy(asks) ? "case nil: break" : "default: break")
                code.line("}")
            } else {
                code.line(check(plan, plan.storage + (plan.isBoxed ? "?.value" : "")))
            }
        }
        return SwiftFunction("func checkRequired(at offset: Swift.Int) throws(HeddleRuntime.CodecError)", access: options.access, body: code)
    }

    private func check(_ plan: ProtobufFieldPlan, _ value: String) -> String {
        "try HeddleRuntime.ProtobufRequired.check(\(value), \(swiftLiteral(plan.field.name)), at: offset)"
    }

    private func asks(_ plan: ProtobufFieldPlan) -> Bool {
        guard let target = messageHeld(by: plan.field, in: schema) else { return false }
        return requiring.contains(target)
    }
}

/// The messages that require a field, or hold one that does, at whatever depth.
func requiringMessages(of schema: ProtobufSchema) -> Set<ProtobufID<ProtobufMessage>> {
    var holders: [ProtobufID<ProtobufMessage>: [ProtobufID<ProtobufMessage>]] = [:]
    var found: Set<ProtobufID<ProtobufMessage>> = []
    for message in schema.messages where message.kind != .mapEntry {
        for field in schema.fields(of: message) {
            if field.cardinality == .required { found.insert(message.id) }
            if let target = messageHeld(by: field, in: schema) { holders[target, default: []].append(message.id) }
        }
    }
    var open = Array(found)
    while let id = open.popLast() {
        for holder in holders[id, default: []] where found.insert(holder).inserted { open.append(holder) }
    }
    return found
}

/// Of a map, its values' type.
private func messageHeld(by field: ProtobufField, in schema: ProtobufSchema) -> ProtobufID<ProtobufMessage>? {
    if let entry = schema.mapEntry(of: field) { return messageHeld(by: entry.value, in: schema) }
    guard case .message(let id) = field.type else { return nil }
    return id
}
