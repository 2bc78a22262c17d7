import Foundation

/// Puts other content in the place of a file's: at once, so that nobody reads half of it and a full disk loses nothing. A
/// link stays and what it leads to is replaced; permissions stay.
func replaceFile(at url: URL, with bytes: [UInt8]) throws {
    let target = url.resolvingSymlinksInPath()
    let permissions = try FileManager.default.attributesOfItem(atPath: target.path)[.posixPermissions] as? NSNumber
    let temporary = target.deletingLastPathComponent().appendingPathComponent(".\(target.lastPathComponent).\(ProcessInfo.processInfo.processIdentifier).tmp")
    let descriptor = open(temporary.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw systemError() }
    do {
        try write(bytes, to: descriptor)
        if let permissions, fchmod(descriptor, mode_t(permissions.uint32Value & 0o7777)) != 0 { throw systemError() }
        if fsync(descriptor) != 0 { throw systemError() }
        if close(descriptor) != 0 { throw systemError() }
        if rename(temporary.path, target.path) != 0 { throw systemError() }
    } catch {
        close(descriptor)
        unlink(temporary.path)
        throw error
    }
}

private func write(_ bytes: [UInt8], to descriptor: Int32) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
        let written = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
        if written < 0, errno == EINTR { continue }
        guard written > 0 else { throw systemError() }
        rest = rest.dropFirst(written)
    }
}

private func systemError() -> NSError {
    let code = Int(errno)
    return NSError(
        domain: NSPOSIXErrorDomain, code: code, userInfo: [NSLocalizedDescriptionKey: String(cString: strerror(Int32(code)))])
}
