import EngineInterface
import KafkaClient
import KafkaWire

/// One API that carries out operations, many in a request. A file each.
protocol LoweredCall: Sendable {
    associatedtype Request: KafkaRequest
    /// One operation as the request lists it.
    associatedtype Item: Sendable

    static var destination: Destination { get }
    /// How many items, by weight, go into one request.
    static var capacity: Int { get }

    /// nil for an operation that another call carries out.
    static func item(for operation: EngineOperation) -> Item?
    /// What the answer is found by. No two items of one request may share it.
    static func name(of item: Item) -> String
    static func weight(of item: Item) -> Int
    static func request(_ items: [Item], version: Int16, timeoutMs: Int32) -> Request
    /// In the order of the items; nil where the response says nothing of one.
    static func answers(to items: [Item], in response: Request.Response) -> [ItemAnswer?]
}

extension LoweredCall {
    static func weight(of item: Item) -> Int { 1 }
}

/// What the broker said of one item.
struct ItemAnswer: Sendable, Hashable {
    var code: ErrorCode
    var message: String?

    static func byName<Response>(
        _ names: [String], in responses: [Response], name: (Response) -> String?, answer: (Response) -> ItemAnswer
    ) -> [ItemAnswer?] {
        var found: [String: ItemAnswer] = [:]
        for response in responses {
            guard let name = name(response) else { continue }
            found[name] = answer(response)
        }
        return names.map { found[$0] }
    }
}
