import BrokerLog
import NIOCore

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

extension PooledFile {
    func size() throws(StorageError) -> Int64 {
        try use { descriptor throws(StorageError) in
            var status = stat()
            _ = try systemCall("fstat", path) { fstat(descriptor, &status) }
            return Int64(status.st_size)
        }
    }

    func write(_ first: ByteBuffer, then second: ByteBuffer?, at position: Int64) throws(StorageError) {
        try use { descriptor throws(StorageError) in
            guard let second, second.readableBytes > 0 else {
                return try writeAll(first, from: 0, to: descriptor, at: position)
            }
            let written = try writePair(first, second, to: descriptor, at: position)
            // The system may take less than it is given, most often because the disk is nearly full.
            if written < first.readableBytes { try writeAll(first, from: written, to: descriptor, at: position) }
            let ofSecond = max(0, written - first.readableBytes)
            if ofSecond < second.readableBytes {
                try writeAll(second, from: ofSecond, to: descriptor, at: position + Int64(first.readableBytes))
            }
        }
    }

    /// One call for both; returns how many bytes it took.
    private func writePair(
        _ first: ByteBuffer, _ second: ByteBuffer, to descriptor: Int32, at position: Int64
    ) throws(StorageError) -> Int {
        let written = first.withUnsafeReadableBytes { head in
            second.withUnsafeReadableBytes { body in
                Result { () throws(StorageError) -> Int in
                    var pieces = (
                        iovec(iov_base: UnsafeMutableRawPointer(mutating: head.baseAddress), iov_len: head.count),
                        iovec(iov_base: UnsafeMutableRawPointer(mutating: body.baseAddress), iov_len: body.count)
                    )
                    return try systemCall("pwritev", path) {
                        withUnsafePointer(to: &pieces) {
                            $0.withMemoryRebound(to: iovec.self, capacity: 2) {
                                pwritev(descriptor, $0, 2, off_t(position))
                            }
                        }
                    }
                }
            }
        }
        return try written.get()
    }

    /// The bytes from `start` on; `position` is where the first of all belongs.
    private func writeAll(
        _ bytes: ByteBuffer, from start: Int, to descriptor: Int32, at position: Int64
    ) throws(StorageError) {
        let result = bytes.withUnsafeReadableBytes { raw in
            Result { () throws(StorageError) in
                var done = start
                while done < raw.count {
                    done += try systemCall("pwrite", path) {
                        pwrite(descriptor, raw.baseAddress.map { $0 + done }, raw.count - done, off_t(position) + off_t(done))
                    }
                }
            }
        }
        try result.get()
    }

    func read(_ count: Int, at position: Int64, into buffer: inout ByteBuffer) throws(StorageError) -> Int {
        guard count > 0 else { return 0 }
        return try use { descriptor throws(StorageError) in
            var total = 0
            while total < count {
                var failure: StorageError?
                let got = buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: count - total) { raw in
                    do throws(StorageError) {
                        return try systemCall("pread", path) {
                            pread(descriptor, raw.baseAddress, count - total, off_t(position) + off_t(total))
                        }
                    } catch {
                        failure = error
                        return 0
                    }
                }
                if let failure { throw failure }
                if got == 0 { break }
                total += got
            }
            return total
        }
    }

    func truncate(to size: Int64) throws(StorageError) {
        try use { descriptor throws(StorageError) in
            _ = try systemCall("ftruncate", path) { ftruncate(descriptor, off_t(size)) }
        }
    }

    func sync() throws(StorageError) {
        if isRemoved { return }
        do {
            try use { descriptor throws(StorageError) in
                _ = try systemCall("fdatasync", path) { syncData(descriptor) }
            }
        } catch {
            // Removed while we were on our way.
            if error.cause == .notFound, isRemoved { return }
            throw error
        }
    }
}
