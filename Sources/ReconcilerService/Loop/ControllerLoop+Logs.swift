import AuditTrail
import EngineInterface
import MeshControl
import ReconcilerCore

/// Records that are appended at once.
private let appendingSize = 500

extension ControllerLoop {
    /// From where the last reading ended, over again where the log is another than it was.
    nonisolated func readControl(_ link: ClusterLink, _ ticket: Ticket) async {
        let from = link.controlOffset
        let coding = world.control
        let result = await call(.readControl, link, ticket, within: limits.observe) { engine async throws(EngineFailure) -> (Int64, [ControlRecord]) in
            var reading = try await engine.read(.control, from: from)
            if reading.end < from { reading = try await engine.read(.control, from: 0) }
            return (reading.end, reading.entries.compactMap { coding.decode($0.record) })
        }
        switch result {
        case .success(let (end, records)):
            link.controlOffset = end
            inbox.post(.controlRead(link.name, ticket, .success(records)))
        case .failure(let failure): inbox.post(.controlRead(link.name, ticket, .failure(failure)))
        }
    }

    /// In the order of the calls. Where it fails, what waits behind it is not tried: the reconciler hears of it and says what to
    /// write then.
    nonisolated func write(_ records: [ControlRecord], to link: ClusterLink) {
        let failedBefore = link.failedWritings
        link.control.put { [self] in
            guard link.failedWritings == failedBefore else { return }
            let coding = world.control
            let result = await call(.writeControl, link, within: limits.answer, items: records.count) { engine async throws(EngineFailure) -> Void in
                var rest = records[...]
                while !rest.isEmpty {
                    _ = try await engine.append(rest.prefix(appendingSize).map(coding.encode), to: .control)
                    rest = rest.dropFirst(appendingSize)
                }
            }
            guard case .failure(let failure) = result else { return }
            link.writingFailed()
            inbox.post(.writingFailed(link.name, failure))
        }
    }

    /// In the order of the calls. What cannot be written waits until it can.
    nonisolated func note(_ record: AuditRecord, for link: ClusterLink) {
        guard link.backlog.add(record) else {
            logger.error("an audit event is lost, since too many wait: \(record.message)", metadata: ["cluster": "\(link.name)", "event": "\(record.kind.rawValue)"])
            return
        }
        if link.engine != nil { writeBacklog(of: link) }
    }

    nonisolated func writeBacklog(of link: ClusterLink) {
        link.audit.put { [self] in
            let appender = world.audit
            // One that fails is tried again with the next event, or the next connection.
            while case let events = link.backlog.first(appendingSize), !events.isEmpty {
                let result = await call(.writeAudit, link, within: limits.answer, items: events.count) { engine async throws(EngineFailure) -> Void in
                    try await appender.append(events, to: engine, of: link.name)
                }
                guard case .failure(let failure) = result else {
                    link.backlog.removeFirst(events.count)
                    continue
                }
                inbox.post(.writingFailed(link.name, failure))
                return
            }
        }
    }
}
