import EngineInterface

/// Appends events to a cluster's audit log, each with what the log before it came to.
///
/// Several may write at once and need not know of each other: an event speaks of the log as its writer had read it, which may be a
/// little less than what stands before it in the end.
package actor AuditAppender {
    private let engine: any Engine
    private let version: String
    private let makeID: @Sendable () -> String
    /// As far as the log was read; nil before that.
    private var chain: AuditChain?

    /// - Parameters:
    ///   - version: of Heddle.
    ///   - makeID: a new one each time, that nobody else has: a random UUID.
    package init(engine: any Engine, version: String, makeID: @escaping @Sendable () -> String) {
        self.engine = engine
        self.version = version
        self.makeID = makeID
    }

    /// Durable when it returns.
    package func append(_ events: [AuditEvent]) async throws(EngineFailure) {
        guard !events.isEmpty else { return }
        let statement = try await head()
        let records = events.flatMap(\.parts).map { $0.logRecord(id: makeID(), after: statement, version: version) }
        _ = try await engine.append(records, to: .audit)
    }

    /// What the whole log comes to at this moment: to be noted where those who write to it do not.
    package func head() async throws(EngineFailure) -> AuditStatement {
        if let chain { return try await advance(chain) }
        return try await begin()
    }

    /// Two that read at once fold the same entries: those that are in the chain already are passed over.
    private func advance(_ earlier: AuditChain) async throws(EngineFailure) -> AuditStatement {
        let reading = try await engine.read(.audit, from: earlier.offset)
        var chain = chain ?? earlier
        // Made anew, or nothing left of what was read: whoever comes now has only what is there to begin with, and all have to agree.
        guard reading.end >= earlier.offset, reading.start < earlier.offset || reading.start == 0 else { return try await begin() }
        for entry in reading.entries { chain.take(entry) }
        chain.advance(to: reading.end)
        self.chain = chain
        return chain.statement
    }

    /// Believes the last event's word on what was before it, so that the log's end is enough; where that was forged, whoever verifies
    /// the log finds it there.
    private func begin() async throws(EngineFailure) -> AuditStatement {
        let bounds = try await engine.read(.audit, from: .max)
        let first = max(bounds.start, bounds.end - Self.tail)
        var reading = try await engine.read(.audit, from: first)
        var found = lastChain(in: reading, from: max(first, reading.start))
        if found == nil, first > reading.start {
            reading = try await engine.read(.audit, from: reading.start)
            found = lastChain(in: reading, from: reading.start)
        }
        var chain = found ?? AuditChain(AuditStatement(offset: reading.start, digest: [UInt8](repeating: 0, count: 32)))
        for entry in reading.entries { chain.take(entry) }
        chain.advance(to: reading.end)
        self.chain = chain
        return chain.statement
    }

    private static let tail: Int64 = 100

    private func lastChain(in reading: MeshLogReading, from first: Int64) -> AuditChain? {
        for entry in reading.entries.reversed() {
            guard let statement = ArchivedEvent.statement(of: entry.record), statement.offset >= first, statement.offset <= entry.offset else { continue }
            return AuditChain(statement)
        }
        return nil
    }
}
