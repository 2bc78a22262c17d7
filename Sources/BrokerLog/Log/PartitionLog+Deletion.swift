import Determinism
import KafkaWire

/// A segment that retention took away.
package struct DeletedSegment: Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
        case age
        case size
        /// All its records are below the log's start.
        case belowStart
    }

    package var baseOffset: Int64
    package var sizeInBytes: Int64
    package var reason: Reason
}

extension PartitionLog {
    /// Deletes the oldest segments as far as the configuration asks: too old, too much, or below the start.
    ///
    /// Age counts from a segment's largest timestamp; a segment without timestamps does not age. The growing
    /// segment is closed first if it is itself too old.
    package func enforceRetention(now: Instant) throws(LogError) -> [DeletedSegment] {
        try requireOnline()
        var deleted: [DeletedSegment] = []
        while let oldest = segments.first, let reason = try reasonToDelete(oldest, now: now) {
            if segments.count == 1 { try roll() }
            // The start moves first: what cannot be removed now is not read again and goes the next time.
            logStartOffset = max(logStartOffset, oldest.nextOffset)
            try storing { () throws(StorageError) in try oldest.remove() }
            segments.removeFirst()
            deleted.append(.init(baseOffset: oldest.baseOffset, sizeInBytes: oldest.size, reason: reason))
        }
        return deleted
    }

    private func reasonToDelete(_ oldest: Segment, now: Instant) throws(LogError) -> DeletedSegment.Reason? {
        if segments.count > 1, oldest.nextOffset <= logStartOffset { return .belowStart }
        guard configuration.deletesOldSegments, oldest.size > 0 else { return nil }
        if let age = configuration.retentionAge {
            let timestamp = try oldest.summary().largestTimestamp
            if timestamp >= 0, now.since(Instant(millisecondsSinceEpoch: timestamp)) > age { return .age }
        }
        if let bytes = configuration.retentionBytes, segments.count > 1, sizeInBytes - oldest.size >= bytes { return .size }
        return nil
    }

    /// Makes `offset` the first that can be read (DeleteRecords, KIP-107), and deletes the segments that end
    /// below. On return it is so after a crash too. Does nothing for an offset at or below the start.
    package func deleteRecords(before offset: Int64) throws(LogError) {
        try requireOnline()
        guard offset > logStartOffset else { return }
        guard offset <= logEndOffset else {
            throw .offsetOutOfRange(requested: offset, start: logStartOffset, end: logEndOffset)
        }
        let before = logStartOffset
        logStartOffset = offset
        do {
            try saveCheckpoint()
        } catch {
            logStartOffset = before
            throw error
        }
        while segments.count > 1, let oldest = segments.first, oldest.nextOffset <= offset {
            try storing { () throws(StorageError) in try oldest.remove() }
            segments.removeFirst()
        }
    }

    /// Removes every batch that holds a record at or above `offset`. The log then ends at most there; on return
    /// it does so after a crash too.
    package func truncate(to offset: Int64) throws(LogError) {
        try requireOnline()
        guard offset < logEndOffset else { return }
        let target = max(offset, logStartOffset)
        generation += 1
        readPlaces.forgetAll()
        do {
            try cutBack(to: target)
        } catch {
            goOffline("while it was truncated to \(target), \(error)")
            throw error
        }
    }

    private func cutBack(to offset: Int64) throws(LogError) {
        guard let index = segmentIndex(holding: offset) else { return }
        let segment = segments[index]
        var walk = BatchWalk(segment.file, from: try segment.position(atOrBefore: offset), to: segment.size)
        var end = (position: segment.size, nextOffset: segment.nextOffset)
        while let batch = try walk.next() {
            guard batch.header.lastOffset >= offset else { continue }
            end = (batch.position, batch.header.baseOffset)
            break
        }
        if end.nextOffset < flushedOffset {
            flushedOffset = end.nextOffset
            flushedPlace = LogPlace(segment: segment.baseOffset, position: end.position)
            try saveCheckpoint()
        }
        while segments.count - 1 > index {
            let last = segments.removeLast()
            try storing { () throws(StorageError) in try last.remove() }
        }
        try storing { () throws(StorageError) in
            try segment.truncate(to: end.position, nextOffset: end.nextOffset)
            try segment.file.sync()
            if end.nextOffset < logStartOffset {
                // The start lay within the batch that had to go. The empty log begins there all the same.
                for segment in segments { try segment.remove() }
                segments.removeAll()
                flushedOffset = logEndOffset
                flushedPlace = endPlace
            }
        }
        try syncNames()
    }

    /// Removes the log's files and its directory. Nothing can be done with it after. The medium is not waited
    /// for: after a crash some of it may be there again, so a directory's name must not be given out twice.
    package func delete() throws(LogError) {
        goOffline("it was deleted")
        generation += 1
        guard directoryExists else { return }
        try storing { () throws(StorageError) in
            while let last = segments.last {
                try last.remove()
                segments.removeLast()
            }
            for entry in try storage.listDirectory(directory) ?? [] where !entry.isDirectory {
                try storage.file(at: directory + "/" + entry.name).remove()
            }
            try storage.removeDirectory(directory)
        }
    }
}
