import Determinism
import Foundation
import MeshHosting
import MeshModel
import ReconcilerCore

/// A mesh's folder on this machine: what stands there counts, committed or not.
actor FolderSource: ControllerSource {
    private let folder: MeshFolder
    private let options: ManifestOptions
    private var last: FolderRead?

    init(_ folder: MeshFolder, options: ManifestOptions) {
        self.folder = folder
        self.options = options
    }

    func read() async -> SourceOutcome {
        let (folder, options, last) = (folder, options, last)
        let (outcome, read) = await onOwnThread { readFolder(folder, options, last) }
        self.last = read
        return outcome
    }
}

/// What was last read well, and on which day: policies' exemptions end with one.
private struct FolderRead: Sendable {
    var files: ReadFiles
    var day: CalendarDate
}

private func readFolder(_ folder: MeshFolder, _ options: ManifestOptions, _ last: FolderRead?) -> (SourceOutcome, FolderRead?) {
    let disk = DiskManifestSource(root: folder.root)
    let day = CalendarDate(Instant.present)
    if let last, last.day == day, last.files.stillHold(in: disk) { return (.unchanged, last) }
    let recording = RecordingManifestSource(disk)
    do {
        let reading = try readManifests(from: recording, options: options)
        let files = recording.finish()
        let outcome = sourceOutcome(reading, stamp: sourceStamp(of: folder), environment: options.env, digest: files.digest)
        if case .revision = outcome { return (outcome, FolderRead(files: files, day: day)) }
        return (outcome, nil)
    } catch {
        return (.failure(SourceProblem(.unreachable, sourceFailureMessage(error))), nil)
    }
}

/// Runs what blocks where nobody waits for the thread.
func onOwnThread<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
    await withCheckedContinuation { continuation in
        DispatchQueue.global().async { continuation.resume(returning: work()) }
    }
}

func sourceFailureMessage(_ error: any Error) -> String {
    (error as? CommandFailure).map { failure in failure.remedy.map { "\(failure.message); \($0)" } ?? failure.message }
        ?? systemReason(error)
}
