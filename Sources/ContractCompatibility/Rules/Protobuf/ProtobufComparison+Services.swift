import ContractModel

extension ProtobufComparison {
    /// Services that are in both versions, their methods matched by name.
    func compareServices() {
        for service in old.services where !old[service.file].isWellKnown {
            guard let counterpart = counterparts[service].map({ new[$0] }) else { continue }
            let methods = Dictionary(
                new.methods(of: counterpart).map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
            for method in old.methods(of: service) {
                if let same = methods[method.name] {
                    compare(
                        method, same, path: "\(service.fullName).\(method.name)",
                        files: (service.file, counterpart.file))
                } else {
                    report(
                        .rpcDeleted, "\(service.fullName).\(method.name)",
                        "the rpc '\(method.name)' is deleted",
                        old: (service.file, method.nameSpan), new: (counterpart.file, counterpart.nameSpan))
                }
            }
        }
    }

    private func compare(
        _ before: ProtobufMethod, _ after: ProtobufMethod, path: @autoclosure () -> String,
        files: (old: ProtobufID<ProtobufFile>, new: ProtobufID<ProtobufFile>)
    ) {
        let places: (old: Place, new: Place) = (
            (files.old, before.nameSpan), (files.new, after.nameSpan)
        )
        if !isSame(before.input, after.input) {
            report(
                .rpcRequestTypeChanged, path(),
                "the rpc '\(before.name)' changes its request from \(said(before.input, in: old)) to \(said(after.input, in: new))",
                old: places.old, new: places.new)
        }
        if !isSame(before.output, after.output) {
            report(
                .rpcResponseTypeChanged, path(),
                "the rpc '\(before.name)' changes its response from \(said(before.output, in: old)) to \(said(after.output, in: new))",
                old: places.old, new: places.new)
        }
        if before.isClientStreaming != after.isClientStreaming {
            report(
                .rpcClientStreamingChanged, path(),
                "the rpc '\(before.name)' takes \(after.isClientStreaming ? "a stream where it took one request" : "one request where it took a stream")",
                old: places.old, new: places.new)
        }
        if before.isServerStreaming != after.isServerStreaming {
            report(
                .rpcServerStreamingChanged, path(),
                "the rpc '\(before.name)' gives \(after.isServerStreaming ? "a stream where it gave one response" : "one response where it gave a stream")",
                old: places.old, new: places.new)
        }
        let levels = (before: idempotency(of: before), after: idempotency(of: after))
        if levels.before != levels.after {
            report(
                .rpcIdempotencyChanged, path(),
                "the rpc '\(before.name)' changes its idempotency from '\(levels.before)' to '\(levels.after)'",
                old: places.old, new: places.new)
        }
    }

    private func isSame(_ before: ProtobufID<ProtobufMessage>?, _ after: ProtobufID<ProtobufMessage>?)
        -> Bool
    {
        guard let before, let after else { return false }
        return counterparts[before] == after
    }

    private func said(_ id: ProtobufID<ProtobufMessage>?, in schema: ProtobufSchema) -> String {
        id.map { "'\(schema[$0].fullName)'" } ?? "a type that could not be found"
    }

    private func idempotency(of method: ProtobufMethod) -> String {
        let number: Int32 = 34
        guard case .enumeration(let level)? = method.options[number].last else {
            return "IDEMPOTENCY_UNKNOWN"
        }
        return [1: "NO_SIDE_EFFECTS", 2: "IDEMPOTENT"][level] ?? "IDEMPOTENCY_UNKNOWN"
    }
}
