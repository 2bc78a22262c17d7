import AuditTrail
import EngineInterface
import Logging
import MeshControl
import ReconcilerService

/// The control log as every other verb reads and writes it.
struct ControllerRecords: ControlCoding {
    var logger: Logger

    func encode(_ record: ControlRecord) -> MeshLogRecord { record.logRecord }

    func decode(_ record: MeshLogRecord) -> ControlRecord? {
        do throws(ControlProblem) {
            return try ControlRecord(record)
        } catch {
            logger.warning("a record of the control log is not understood: \(error.message)", metadata: ["key": "\(error.key)"])
            return nil
        }
    }
}
