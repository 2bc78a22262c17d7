import Crypto
import EngineInterface

/// The rolling digest over an audit log: of everything before an offset, in order.
///
/// H at the log's beginning is 32 zero bytes; each record makes it SHA-256(H ‖ offset ‖ SHA-256(record)), where a record is its key, its
/// value and its headers, each with its length in front, and numbers are 64 bits, the highest first. The time at which the cluster
/// wrote the record is not in it: an event states its own.
package struct AuditChain: Sendable, Hashable {
    /// Everything before it is in the digest.
    package private(set) var offset: Int64
    private var digest: [UInt8]

    /// Of a log of which nothing is known to have gone before.
    package init() { self.init(offset: 0, digest: [UInt8](repeating: 0, count: 32)) }

    /// A chain that goes on from what somebody has stated.
    package init(_ statement: AuditStatement) { self.init(offset: statement.offset, digest: statement.digest) }

    private init(offset: Int64, digest: [UInt8]) {
        self.offset = offset
        self.digest = digest
    }

    /// What an event that is written now says of the log before it.
    package var statement: AuditStatement { AuditStatement(offset: offset, digest: digest) }

    /// Records before `offset` are in it already, and are passed over.
    package mutating func take(_ entry: MeshLogReading.Entry) {
        guard entry.offset >= offset else { return }
        var hash = SHA256()
        hash.update(data: digest)
        hash.update(data: bigEndian(entry.offset))
        hash.update(data: recordDigest(entry.record))
        digest = Array(hash.finalize())
        offset = entry.offset + 1
    }

    /// Nothing is left before `end`: the cluster's offsets may have gaps.
    package mutating func advance(to end: Int64) { offset = max(offset, end) }
}

private func recordDigest(_ record: MeshLogRecord) -> [UInt8] {
    var hash = SHA256()
    func update(_ bytes: some Collection<UInt8>) {
        hash.update(data: bigEndian(Int64(bytes.count)))
        hash.update(data: Array(bytes))
    }
    update(record.key.utf8)
    if let value = record.value { update(value) } else { hash.update(data: bigEndian(-1)) }
    hash.update(data: bigEndian(Int64(record.headers.count)))
    for header in record.headers {
        update(header.name.utf8)
        update(header.value)
    }
    return Array(hash.finalize())
}

private func bigEndian(_ number: Int64) -> [UInt8] { withUnsafeBytes(of: number.bigEndian) { Array($0) } }
