import AuditTrail
import EngineInterface
import Foundation
import ReconcilerService

/// The audit logs that a controller writes: what stands in each is read once, and followed from there.
actor ControllerAudit: AuditAppending {
    private var appenders: [String: (engine: ObjectIdentifier, appender: AuditAppender)] = [:]

    func append(_ events: [AuditEvent], to engine: any Engine, of cluster: String) async throws(EngineFailure) {
        let identity = ObjectIdentifier(engine as AnyObject)
        if let known = appenders[cluster], known.engine == identity { return try await known.appender.append(events) }
        let appender = AuditAppender(engine: engine, version: heddleVersion) { UUID().uuidString.lowercased() }
        appenders[cluster] = (identity, appender)
        try await appender.append(events)
    }
}
