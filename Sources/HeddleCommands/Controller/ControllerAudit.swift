import AuditTrail
import EngineInterface
import Foundation
import MeshControl
import ReconcilerService

/// The audit logs that a controller writes: what stands in each is read once, and followed from there.
///
/// Now and then it notes in the control log how far it has read and what the chain came to: whoever cuts off the audit's end has to
/// answer to that.
actor ControllerAudit: AuditAppending {
    private struct Log {
        var engine: ObjectIdentifier
        var appender: AuditAppender
        var notedAt: ContinuousClock.Instant?
    }

    private static let betweenNotes = Duration.seconds(60)

    private let name: String
    private var logs: [String: Log] = [:]

    /// - Parameter name: the controller's, which its notes bear.
    init(name: String) { self.name = name }

    func append(_ events: [AuditEvent], to engine: any Engine, of cluster: String) async throws(EngineFailure) {
        let identity = ObjectIdentifier(engine as AnyObject)
        if logs[cluster]?.engine != identity {
            let appender = AuditAppender(engine: engine, version: heddleVersion) { UUID().uuidString.lowercased() }
            logs[cluster] = Log(engine: identity, appender: appender)
        }
        guard let log = logs[cluster] else { return }
        try await log.appender.append(events)
        if let notedAt = log.notedAt, ContinuousClock.now - notedAt < Self.betweenNotes { return }
        logs[cluster]?.notedAt = .now
        // The events are written: that this is not must not have them written again.
        do throws(EngineFailure) { try await noteHead(log.appender, in: engine) } catch { logs[cluster]?.notedAt = nil }
    }

    private func noteHead(_ appender: AuditAppender, in engine: any Engine) async throws(EngineFailure) {
        let head = try await appender.head()
        let note = AuditHeadNote(offset: head.offset, digest: head.hexadecimal, by: name, at: .present)
        _ = try await engine.append([ControlRecord.auditHead(note).logRecord], to: .control)
    }
}
