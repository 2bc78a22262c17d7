import Determinism
import KafkaWire
import NIOCore

/// The records of one partition, in a directory of its own: segments of unmodified batches, named by offset.
///
///     let (log, report) = try PartitionLog.open(storage: storage, directory: "data/orders-0", configuration: .init())
///     let appended = try log.append(records, now: now)
///     if let ticket = log.pendingSync() { … ticket.perform() …; log.completeSync(ticket) }
///     let bytes = try log.read(from: appended.baseOffset, maxBytes: 1 << 20, upTo: log.flushedOffset)
///
/// It belongs to one thread; only `SyncTicket`s travel. Whatever throws leaves the log as it was, or offline.
package final class PartitionLog {
    let storage: any Storage
    package let directory: String
    /// Changes hold from the next append or retention on.
    package var configuration: LogConfiguration
    /// The first offset that can be read.
    package internal(set) var logStartOffset: Int64 = 0
    /// Everything below is on the medium.
    package internal(set) var flushedOffset: Int64 = 0
    /// Why nothing can be appended any more; nil while all is well. Reads are still tried.
    package internal(set) var offlineReason: String?

    /// In order; the last one grows. None before the first append.
    var segments: [Segment] = []
    var directoryExists = false
    /// How often files were made in the directory, and how many of those times are known to be synced.
    var namesMade = 0
    var namesSynced = 0
    /// Counts the truncations: a sync that was asked for before one says nothing about what comes after.
    var generation = 0
    /// Where `flushedOffset` lies.
    var flushedPlace = LogPlace(segment: 0, position: 0)
    /// The recovery point on the medium, and how much was written since.
    var checkpointedOffset: Int64 = 0
    var bytesSinceCheckpoint = 0
    var readPlaces = ReadPlaces()
    /// Closed segments with their index in memory; the oldest is dropped for the next.
    var loadedIndexes: [Int64] = []

    init(storage: any Storage, directory: String, configuration: LogConfiguration) {
        self.storage = storage
        self.directory = directory
        self.configuration = configuration
    }

    /// The offset that the next record gets.
    package var logEndOffset: Int64 { segments.last?.nextOffset ?? logStartOffset }

    /// Of all segments, their indexes left out.
    package var sizeInBytes: Int64 { segments.reduce(0) { $0 + $1.size } }

    package var segmentCount: Int { segments.count }

    /// Where the next batch goes.
    var endPlace: LogPlace {
        segments.last.map { LogPlace(segment: $0.baseOffset, position: $0.size) }
            ?? LogPlace(segment: logStartOffset, position: 0)
    }

    var checkpointFile: SnapshotFile {
        SnapshotFile(storage: storage, path: directory + "/" + LogCheckpoint.fileName)
    }

    func makeSegment(baseOffset: Int64, size: Int64, nextOffset: Int64) -> Segment {
        Segment(
            storage: storage, directory: directory, baseOffset: baseOffset, size: size, nextOffset: nextOffset,
            indexIntervalBytes: configuration.indexIntervalBytes
        )
    }

    func requireOnline() throws(LogError) {
        if let offlineReason { throw .offline(reason: offlineReason) }
    }

    func goOffline(_ reason: String) {
        if offlineReason == nil { offlineReason = reason }
    }

    /// The place of the segment that an offset within the log falls into.
    func segmentIndex(holding offset: Int64) -> Int? {
        var low = 0
        var high = segments.count
        while low < high {
            let middle = (low + high) / 2
            if segments[middle].baseOffset <= offset { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? nil : low - 1
    }

    /// Keeps the indexes of few closed segments in memory: readers far behind come one after the other.
    func noteIndexUse(of segment: Segment) {
        guard segment !== segments.last, loadedIndexes.last != segment.baseOffset else { return }
        loadedIndexes.removeAll { $0 == segment.baseOffset }
        loadedIndexes.append(segment.baseOffset)
        guard loadedIndexes.count > 2 else { return }
        let oldest = loadedIndexes.removeFirst()
        segments.first { $0.baseOffset == oldest && $0 !== segments.last }?.dropIndex()
    }
}

/// A batch's place: a segment, and bytes from its start.
struct LogPlace: Hashable, Sendable {
    var segment: Int64
    var position: Int64
}
