import EngineInterface
import MeshModel

/// The value of a record with some of a run's changes, under `apply/CLUSTER/NUMBER/CHUNK`. Entries stand in it as the ledger
/// itself holds them; one that is missing says that there was none.
///
///     {"version":1,"kind":"changes","number":12,"changes":[
///      {"address":"topic/eu/orders","action":"update","status":"done","before":{…},"after":{…}}]}
struct ChangesDocument: Sendable {
    var number: Int
    var changes: [AppliedChange]

    /// Nothing but what the values need goes on top: a few hundred bytes.
    static let mostBytes = 400 << 10

    /// As many values as it takes for each to stay below `mostBytes`; a larger change has its own.
    static func values(of changes: [AppliedChange], inRun number: Int, mostBytes: Int = mostBytes) -> [[UInt8]] {
        var values: [[UInt8]] = []
        var texts: [[UInt8]] = []
        var bytes = 0
        func flush() {
            guard !texts.isEmpty else { return }
            var json = JSONWriter(capacity: bytes + 64)
            json.object {
                $0.name("changes")
                $0.array { for text in texts { $0.raw(text) } }
                $0.member("kind", "changes")
                $0.member("number", number)
                $0.member("version", LedgerDocument.version)
            }
            values.append(json.bytes)
            texts = []
            bytes = 0
        }
        for change in changes {
            let text = change.json
            if bytes + text.count > mostBytes { flush() }
            texts.append(text)
            bytes += text.count + 1
        }
        flush()
        return values
    }
}

extension ChangesDocument {
    init(_ json: JSONText) throws(LedgerEntryProblem) {
        try LedgerDocument.checkVersion(json)
        guard json["kind"]?.string == "changes", let number = Int(exactly: try json.need("number", \.integer)) else { throw .notLedgerJSON }
        self.number = number
        changes = []
        for change in try json.need("changes", \.array) { changes.append(try AppliedChange(change)) }
    }
}

extension AppliedChange {
    fileprivate var json: [UInt8] {
        var json = JSONWriter()
        json.object {
            $0.member("action", action)
            $0.member("address", address.description)
            if let entry = after?.entry {
                $0.name("after")
                LedgerDocument(entry).write(into: &$0)
            }
            if let entry = before?.entry {
                $0.name("before")
                LedgerDocument(entry).write(into: &$0)
            }
            $0.member("status", status.rawValue)
        }
        return json.bytes
    }

    fileprivate init(_ json: JSONText) throws(LedgerEntryProblem) {
        guard let address = ResourceAddress(parsing: try json.need("address", \.string)),
            let status = Status(rawValue: try json.need("status", \.string))
        else { throw .notLedgerJSON }
        self.init(address: address, action: try json.need("action", \.string), status: status)
        if let entry = json["before"] { before = LedgerUpdate(try LedgerEntry(entry)) }
        if let entry = json["after"] { after = LedgerUpdate(try LedgerEntry(entry)) }
        guard status == .done else { return }
        if before == nil { before = after?.removal }
        if after == nil { after = before?.removal }
    }
}

extension LedgerUpdate {
    init(_ entry: LedgerEntry) {
        self =
            switch entry {
            case .topic(let name, let topic): .topic(name, topic)
            case .access(let rule, let access): .access(rule, access)
            case .subject(let name, let subject): .subject(name, subject)
            case .claim(let mesh, let claim): .claim(mesh, claim)
            }
    }
}
