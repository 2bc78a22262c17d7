import Determinism
import EngineInterface
import MeshModel

/// The value of a record about the lease, under the key `lease/CLUSTER`.
///
///     {"version":1,"kind":"lease","act":"claim","id":"5c0e…","holder":"ada@ci-7 (pid 4711)","purpose":"apply","duration":30000,
///      "since":1795447271652,"place":"8f0c…","process":4711}
///
/// Renewals and releases say the epoch, the offset of their claim, and so everything that a reader needs to know who holds it:
/// compaction may take the earlier records. Leadership is told alike, as `"kind":"leadership"` under a key of its own.
struct LeaseDocument: Sendable, Equatable {
    enum Kind: String, Sendable { case lease, leadership }
    enum Act: String, Sendable { case claim, renew, release }

    var kind = Kind.lease
    var act: Act
    var id: String
    var holder: String
    var purpose: String
    /// Milliseconds, from the record's timestamp on.
    var duration: Int64
    /// Milliseconds since 1970, by the holder's clock: for people.
    var since: Int64
    var process: LeaseProcess?
    /// Of renewals and releases.
    var epoch: Int64?
    /// Of a claim: the epoch that it ends.
    var breaks: Int64?

    var json: [UInt8] {
        var json = JSONWriter()
        json.object {
            $0.member("act", act.rawValue)
            $0.member("breaks", breaks)
            $0.member("duration", duration)
            $0.member("epoch", epoch)
            $0.member("holder", holder)
            $0.member("id", id)
            $0.member("kind", kind.rawValue)
            $0.member("place", process?.place)
            $0.member("process", process.map { Int64($0.id) })
            $0.member("purpose", purpose)
            $0.member("since", since)
            $0.member("version", LedgerDocument.version)
        }
        return json.bytes
    }
}

extension LeaseDocument {
    /// A renewal or release of what was granted to this claim.
    func later(_ act: Act, epoch: Int64) -> LeaseDocument {
        var document = self
        document.act = act
        document.epoch = epoch
        document.breaks = nil
        return document
    }

    init(_ json: JSONText, kind: Kind = .lease) throws(LedgerEntryProblem) {
        try LedgerDocument.checkVersion(json)
        guard json["kind"]?.string == kind.rawValue, let act = Act(rawValue: try json.need("act", \.string)) else { throw .notLedgerJSON }
        self.init(
            kind: kind, act: act, id: try json.need("id", \.string), holder: try json.need("holder", \.string),
            purpose: try json.need("purpose", \.string), duration: max(0, try json.need("duration", \.integer)),
            since: try json.need("since", \.integer), epoch: try json.may("epoch", \.integer), breaks: try json.may("breaks", \.integer))
        if let place = try json.may("place", \.string), let id = try json.may("process", \.integer) {
            process = LeaseProcess(place: place, id: Int32(clamping: id))
        }
        guard act == .claim || epoch != nil else { throw .notLedgerJSON }
    }
}
