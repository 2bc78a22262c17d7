import EngineInterface
import Logging
import MeshControl
import ReconcilerService

/// The control log as every other verb reads and writes it.
struct ControllerRecords: ControlCoding {
    var logger: Logger

    func encode(_ record: ControlRecord) -> MeshLogRecord { record.logRecord }

    func decode(_ record: MeshLogRecord) -> ControlRecord? {
        let entry = MeshLogReading.Entry(offset: 0, writtenAt: .epoch, record: record)
        let (records, problems) = controlRecords(in: MeshLogReading(entries: [entry], end: 1))
        for problem in problems { logger.warning("a record of the control log is not understood: \(problem.message)", metadata: ["key": "\(problem.key)"]) }
        return records.first
    }
}
