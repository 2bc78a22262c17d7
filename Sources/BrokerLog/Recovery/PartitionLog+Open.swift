import KafkaWire

extension PartitionLog {
    /// Opens the log in a directory, or an empty one where there is none: the disk is not touched before the
    /// first append.
    ///
    /// What was synced before a crash is there again in order; behind it, batches are kept as long as they are
    /// whole and in sequence, and all the rest is cut off. On return everything that is left is on the medium.
    package static func open(
        storage: any Storage, directory: String, configuration: LogConfiguration
    ) throws(LogError) -> (log: PartitionLog, report: RecoveryReport) {
        let log = PartitionLog(storage: storage, directory: directory, configuration: configuration)
        let report = try log.recover()
        return (log, report)
    }

    private func recover() throws(LogError) -> RecoveryReport {
        var report = RecoveryReport()
        let listed = try storing { () throws(StorageError) in try storage.listDirectory(directory) }
        guard let entries = listed?.filter({ !$0.isDirectory }) else { return report }
        directoryExists = true
        namesMade = 1
        let found = entries.compactMap { entry in
            SegmentName.baseOffset(ofLog: entry.name).map { (baseOffset: $0, size: entry.size) }
        }.sorted { $0.baseOffset < $1.baseOffset }
        try removeLeftovers(entries, segments: Set(found.map(\.baseOffset)))

        let checkpoint = try storing { () throws(StorageError) in try checkpointFile.read() }.flatMap(LogCheckpoint.init)
        report.checkpointWasMissing = checkpoint == nil && found.contains { $0.size > 0 }
        for (index, segment) in found.enumerated() {
            // Where the next begins is where this one ends, for all that were safe; the rest is checked below.
            let next = index + 1 < found.count ? found[index + 1].baseOffset : segment.baseOffset
            segments.append(makeSegment(baseOffset: segment.baseOffset, size: segment.size, nextOffset: next))
        }
        logStartOffset = max(checkpoint?.logStartOffset ?? 0, segments.first?.baseOffset ?? 0)
        try checkSegments(from: checkpoint, report: &report)
        if let checkpoint, logEndOffset < checkpoint.recoveryOffset { report.lostBelow = checkpoint.recoveryOffset }
        if logEndOffset < logStartOffset {
            // The end was lost, and it was in the part that is deleted: deleted offsets are not given out again.
            try removeSegments(from: 0)
        }
        flushedOffset = logEndOffset
        flushedPlace = endPlace
        checkpointedOffset = checkpoint?.recoveryOffset ?? 0
        if report.checkedBytes > 0 || report.cut != nil {
            try syncNames()
            try saveCheckpoint()
        }
        return report
    }

    /// Half-made files of replaced snapshots, and indexes whose segment is gone.
    private func removeLeftovers(_ entries: [DirectoryEntry], segments: Set<Int64>) throws(LogError) {
        for entry in entries {
            let isOrphan = SegmentName.baseOffset(ofIndex: entry.name).map { !segments.contains($0) } ?? false
            guard isOrphan || entry.name.hasSuffix(".tmp") else { continue }
            try storing { () throws(StorageError) in try storage.file(at: directory + "/" + entry.name).remove() }
        }
    }

    private func checkSegments(from checkpoint: LogCheckpoint?, report: inout RecoveryReport) throws(LogError) {
        guard !segments.isEmpty else { return }
        // The last one has no follower to tell where it ends, so it is always looked at, if only from its end.
        let firstUnsafe = segments.firstIndex { $0.baseOffset >= checkpoint?.recoverySegment ?? 0 }
        var index = min(firstUnsafe ?? .max, segments.count - 1)
        var expected = segments[index].baseOffset
        while index < segments.count {
            let segment = segments[index]
            guard segment.baseOffset == expected else {
                report.cut = .init(path: segment.file.path, position: 0, bytes: 0, fault: nil)
                break
            }
            let before = segment.size
            let outcome = try check(segment, from: checkpoint, report: &report)
            expected = outcome.nextOffset
            index += 1
            if let fault = outcome.fault {
                report.cut = .init(
                    path: segment.file.path, position: outcome.goodBytes, bytes: before - outcome.goodBytes, fault: fault
                )
                break
            }
        }
        // Nothing may follow a hole.
        report.cut?.bytes += segments[index...].reduce(0) { $0 + $1.size }
        if report.cut?.bytes == 0 { report.cut = nil }
        try removeSegments(from: index)
    }

    /// Checks one segment and cuts off what is bad.
    private func check(
        _ segment: Segment, from checkpoint: LogCheckpoint?, report: inout RecoveryReport
    ) throws(LogError) -> SegmentCheck.Outcome {
        var start: Int64 = 0
        var expected = segment.baseOffset
        if let checkpoint, segment.baseOffset == checkpoint.recoverySegment, checkpoint.recoveryPosition <= segment.size {
            start = checkpoint.recoveryPosition
            expected = checkpoint.recoveryOffset
        }
        report.checkedBytes += segment.size - start
        var index = SegmentIndex(baseOffset: segment.baseOffset, intervalBytes: configuration.indexIntervalBytes)
        var check = SegmentCheck(segment.file, size: segment.size)
        let outcome = try check.run(from: start, expecting: expected) { header in
            if start == 0 { index.note(header) }
        }
        try storing { () throws(StorageError) in
            if outcome.fault != nil {
                try segment.truncate(to: outcome.goodBytes, nextOffset: outcome.nextOffset)
            } else {
                segment.settle(nextOffset: outcome.nextOffset)
            }
            if start == 0, segment.size > 0 { try segment.adopt(index) }
            // The process may have died without the machine: what we found need not be on the medium.
            if outcome.goodBytes > start || outcome.fault != nil { try segment.file.sync() }
        }
        return outcome
    }

    /// The last first, so that a crash in between leaves no hole.
    private func removeSegments(from index: Int) throws(LogError) {
        while segments.count > index {
            let last = segments.removeLast()
            try storing { () throws(StorageError) in try last.remove() }
        }
    }
}
