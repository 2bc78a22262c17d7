extension PartitionLog {
    /// What must be synced for everything appended so far to be safe; nil where it is.
    package func pendingSync() -> SyncTicket? {
        guard offlineReason == nil, flushedOffset < logEndOffset else { return nil }
        var files: [any StorageFile] = []
        for segment in segments.reversed() {
            guard segment.nextOffset > flushedOffset else { break }
            if segment.size > 0 { files.append(segment.file) }
        }
        return SyncTicket(
            storage: storage, files: files.reversed(),
            directories: namesSynced < namesMade ? [directory, parentDirectory(of: directory)] : [],
            upTo: logEndOffset, generation: generation, place: endPlace, namesMade: namesMade
        )
    }

    /// The ticket was performed without error.
    package func completeSync(_ ticket: SyncTicket) {
        guard ticket.generation == generation else { return }
        namesSynced = max(namesSynced, ticket.namesMade)
        guard ticket.upTo > flushedOffset else { return }
        flushedOffset = ticket.upTo
        flushedPlace = ticket.place
        if bytesSinceCheckpoint >= Self.bytesBetweenCheckpoints {
            // Without it the next recovery only has more to check.
            try? saveCheckpoint()
        }
    }

    /// The ticket was performed and failed: the operating system may have forgotten what it could not write,
    /// so a second try would prove nothing.
    package func failSync(_ ticket: SyncTicket, _ error: StorageError) {
        guard ticket.generation == generation else { return }
        goOffline(error.description)
    }

    /// Makes all that was appended safe, here and now.
    package func flush() throws(LogError) {
        try requireOnline()
        guard let ticket = pendingSync() else { return }
        do {
            try ticket.perform()
        } catch {
            failSync(ticket, error)
            throw .storage(error)
        }
        completeSync(ticket)
    }

    /// Flushes, and leaves the log so that opening it again has nothing to check or rebuild. Nothing can be
    /// appended after.
    package func close() throws(LogError) {
        defer {
            for segment in segments { segment.closeFiles() }
            goOffline("it was closed")
        }
        guard offlineReason == nil, directoryExists else { return }
        try flush()
        if let active = segments.last, active.size > 0 { try active.storeIndex() }
        if checkpointedOffset < flushedOffset { try saveCheckpoint() }
    }

    /// How much a recovery may have to check at most, beside what was never synced.
    static var bytesBetweenCheckpoints: Int { 256 << 20 }

    /// Remembers the recovery point and the log's start; on return they are on the medium. The log does so by
    /// itself now and then; a broker that has time makes the next recovery shorter with it.
    package func saveCheckpoint() throws(LogError) {
        guard directoryExists else { return }
        let checkpoint = LogCheckpoint(
            logStartOffset: logStartOffset, recoveryOffset: flushedOffset,
            recoverySegment: flushedPlace.segment, recoveryPosition: flushedPlace.position
        )
        try storing { () throws(StorageError) in try checkpointFile.replace(with: checkpoint.bytes) }
        checkpointedOffset = flushedOffset
        bytesSinceCheckpoint = 0
    }

    /// For what this thread must know at once: that files are there, or gone, also after a crash.
    func syncNames() throws(LogError) {
        try storing { () throws(StorageError) in
            try storage.syncDirectory(directory)
            try storage.syncDirectory(parentDirectory(of: directory))
        }
        namesSynced = namesMade
    }
}
