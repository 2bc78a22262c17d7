import Determinism
import KafkaWire
import NIOCore
import Testing

/// A message that can be made up: see Generated/.
protocol RandomMessage: KafkaMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self
}

/// One kind of message, as an argument of a test.
struct MessageKind: CustomTestStringConvertible, Sendable {
    let type: any RandomMessage.Type

    static let all = (allRequests + allResponses).map { MessageKind(type: $0) }

    var testDescription: String { "\(type)" }

    /// A seed of its own for each kind.
    var seed: UInt64 { UInt64(bitPattern: Int64(type.apiKey.rawValue)) &* 2 &+ (type is any KafkaRequest.Type ? 1 : 2) }
}

/// Made-up field values: small, but with the ends of each type among them.
struct RandomValues {
    var generator: SeededGenerator

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }

    mutating func oneIn(_ count: Int) -> Bool { Int.random(in: 0..<count, using: &generator) == 0 }

    mutating func bool() -> Bool { Bool.random(using: &generator) }

    mutating func integer<T: FixedWidthInteger>() -> T {
        switch Int.random(in: 0..<6, using: &generator) {
        case 0: .min
        case 1: .max
        case 2: 0
        default: T.random(in: .min ... .max, using: &generator)
        }
    }

    mutating func double() -> Double { Double.random(in: -1e9...1e9, using: &generator) }

    mutating func string() -> String {
        // Long enough now and then for a compact length of two bytes.
        let length = oneIn(8) ? 200 : Int.random(in: 0..<12, using: &generator)
        return String((0..<length).map { _ in "aZ0._-é漢🦆".randomElement(using: &generator) ?? "a" })
    }

    mutating func uuid() -> KafkaUUID { KafkaUUID(high: integer(), low: integer()) }

    mutating func bytes() -> ByteBuffer {
        let length = oneIn(8) ? 300 : Int.random(in: 0..<20, using: &generator)
        return ByteBuffer(bytes: (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) })
    }

    mutating func array<Element>(_ element: (inout RandomValues) -> Element) -> [Element] {
        (0..<Int.random(in: 0..<4, using: &generator)).map { _ in element(&self) }
    }
}
