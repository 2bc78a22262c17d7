/// What must reach the medium before a log may say that everything below an offset is safe.
///
/// The owner of the log takes a ticket on its own thread (`pendingSync`), any other thread redeems it
/// (`perform`, which blocks for milliseconds), and the owner then tells the log (`completeSync`). Appends go
/// on meanwhile, and all that were made before the ticket was taken share its one wait: group commit.
package struct SyncTicket: Sendable {
    let storage: any Storage
    let files: [any StorageFile]
    let directories: [String]
    /// An offset for a log, a position for a journal: everything below is safe once this was performed.
    package let upTo: Int64
    /// Which past of the log it speaks of: truncation begins another.
    let generation: Int
    /// Where `upTo` lies, and how many of the directory's changes are covered; for the log alone.
    var place = LogPlace(segment: 0, position: 0)
    var namesMade = 0

    /// Waits for the medium. After an error, what was to be synced must be taken for lost (`failSync`).
    package func perform() throws(StorageError) {
        for file in files {
            try file.sync()
        }
        for directory in directories {
            try sync(directory)
        }
    }

    /// A directory that was deleted meanwhile has no names left to lose.
    private func sync(_ directory: String) throws(StorageError) {
        do {
            try storage.syncDirectory(directory)
        } catch where error.cause == .notFound {
        }
    }

    /// Performs many, syncing a directory that several name only once. One result for each, in order.
    package static func perform(_ tickets: [SyncTicket]) -> [Result<Void, StorageError>] {
        var results: [Result<Void, StorageError>] = []
        results.reserveCapacity(tickets.count)
        for ticket in tickets {
            results.append(
                Result { () throws(StorageError) in
                    for file in ticket.files { try file.sync() }
                })
        }
        var directories: [String: Result<Void, StorageError>] = [:]
        for (index, ticket) in tickets.enumerated() {
            for directory in ticket.directories {
                let result =
                    directories[directory]
                    ?? Result { () throws(StorageError) in try ticket.sync(directory) }
                directories[directory] = result
                if case .failure = result, case .success = results[index] { results[index] = result }
            }
        }
        return results
    }
}
