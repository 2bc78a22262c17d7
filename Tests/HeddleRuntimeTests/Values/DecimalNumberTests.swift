import Determinism
import Foundation
import HeddleRuntime
import Testing

@Suite struct DecimalNumberTests {
    @Test(arguments: [
        ("0", [0]), ("1", [1]), ("-1", [0xFF]), ("127", [0x7F]), ("128", [0, 0x80]), ("-128", [0x80]), ("-129", [0xFF, 0x7F]),
        ("255", [0, 0xFF]), ("256", [1, 0]), ("-256", [0xFF, 0]), ("32767", [0x7F, 0xFF]), ("-32768", [0x80, 0]),
        ("170141183460469231731687303715884105727", [0x7F] + [UInt8](repeating: 0xFF, count: 15)),
        ("-170141183460469231731687303715884105728", [0x80] + [UInt8](repeating: 0, count: 15)),
        ("170141183460469231731687303715884105728", [0, 0x80] + [UInt8](repeating: 0, count: 15)),
        ("-170141183460469231731687303715884105729", [0xFF, 0x7F] + [UInt8](repeating: 0xFF, count: 15)),
        ("1606938044258990275541962092341162602522202993782792835301376", [0x01] + [UInt8](repeating: 0, count: 25)),
        ("-1606938044258990275541962092341162602522202993782792835301376", [0xFF] + [UInt8](repeating: 0, count: 25)),
    ] as [(String, [UInt8])])
    func `whole numbers are two's complement in as few bytes as it takes`(_ text: String, _ bytes: [UInt8]) throws {
        let number = try #require(DecimalNumber(text))
        #expect(number.bigEndianBytes == bytes)
        #expect(number.description == text)
        #expect(number.isNegative == text.hasPrefix("-"))
        #expect(DecimalNumber(bigEndian: bytes, scale: 0) == number)
        // More bytes than it takes are the same number.
        for filling in [1, 3, 20] {
            let sign: UInt8 = text.hasPrefix("-") ? 0xFF : 0
            #expect(DecimalNumber(bigEndian: [UInt8](repeating: sign, count: filling) + bytes, scale: 0) == number)
        }
    }

    @Test func `texts are read as written, and others refused`() throws {
        for text in ["10.50", "-10.50", "0.00", "-0.05", "0.000001", "123456789012345678901234567890123456789012.345"] {
            #expect(try #require(DecimalNumber(text)).description == text)
        }
        #expect(DecimalNumber("+3")?.description == "3")
        #expect(DecimalNumber(".5")?.description == "0.5")
        #expect(DecimalNumber("007")?.description == "7")
        #expect(DecimalNumber("1050") == DecimalNumber(unscaled: 1_050))
        #expect(DecimalNumber(unscaled: 12, scale: -3).description == "12000")
        #expect(DecimalNumber(unscaled: 0, scale: -3).description == "0")
        for text in ["", "-", ".", "+.", "1e5", "1.2.3", "--1", "1,5", " 1", "1 ", "NaN", "٣", "0x10"] { #expect(DecimalNumber(text) == nil, "\(text)") }
    }

    @Test func `numbers of any length are read back from their digits and their bytes`() throws {
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<500 {
            let count = Int.random(in: 1...120, using: &generator)
            var digits = (0..<count).map { _ in String(Int.random(in: 0...9, using: &generator)) }.joined()
            digits = String(digits.drop { $0 == "0" })
            if digits.isEmpty { digits = "0" }
            let isNegative = digits != "0" && Bool.random(using: &generator)
            let number = try #require(DecimalNumber((isNegative ? "-" : "") + digits))
            #expect(number.digits == digits)
            #expect(number.isNegative == isNegative)
            #expect(DecimalNumber(bigEndian: number.bigEndianBytes, scale: 0) == number)
            #expect((number.unscaled != nil) == (number.bigEndianBytes.count <= 16))
        }
    }

    @Test func `another scale is the same number, or none`() throws {
        let price = try #require(DecimalNumber("10.50"))
        #expect(price.rescaled(to: 4)?.description == "10.5000")
        #expect(price.rescaled(to: 1)?.description == "10.5")
        #expect(price.rescaled(to: 0) == nil)
        #expect(DecimalNumber("-1200")?.rescaled(to: -2)?.unscaled == -12)
        #expect(DecimalNumber("0")?.rescaled(to: 300) == DecimalNumber(unscaled: 0, scale: 300))
        // Beyond 128 bits and back again.
        let long = try #require(price.rescaled(to: 50))
        #expect(long.unscaled == nil)
        #expect(long.description == "10.5" + String(repeating: "0", count: 49))
        #expect(long.rescaled(to: 2) == price)
        #expect(long.isSameNumber(as: price))
        #expect(!long.isSameNumber(as: try #require(DecimalNumber("10.51"))))
        let negative = try #require(DecimalNumber("-" + String(repeating: "9", count: 60)))
        #expect(negative.rescaled(to: 3)?.rescaled(to: 0) == negative)
        #expect(negative.rescaled(to: -1) == nil)
    }

    @Test(arguments: [
        "0", "1", "-1", "10.50", "-0.0001", "18446744073709551616", "-18446744073709551617.5", "99999999999999999999999999999999999999",
        "-99999999999999999999.999999999999999999", "0.00000000000000000000000000000000000001", "340282366920938463463374607431768211",
    ])
    func `Foundation's decimals hold the same numbers`(_ text: String) throws {
        let number = try #require(DecimalNumber(text))
        let decimal = try #require(number.decimal)
        #expect(decimal == Decimal(string: text))
        #expect(try #require(DecimalNumber(decimal)).isSameNumber(as: number))
    }

    @Test func `what Foundation cannot hold is nil, as is what is no number`() {
        #expect(DecimalNumber(String(repeating: "9", count: 60))?.decimal == nil)
        #expect(DecimalNumber(unscaled: 1, scale: 200).decimal == nil)
        #expect(DecimalNumber(Decimal.nan) == nil)
        #expect(DecimalNumber(Decimal(string: "1e20")!)?.description == "100000000000000000000")
        #expect(DecimalNumber(Decimal(string: "1e-30")!)?.description == "0.000000000000000000000000000001")
    }

    @Test func `Avro's decimals are written in the schema's scale, and refused beyond its precision`() throws {
        func refusal(_ text: String, _ precision: Int, _ scale: Int) -> String? {
            do throws(CodecError) {
                _ = try written { (writer) throws(CodecError) in
                    try writer.writeAvroDecimal(DecimalNumber(text)!, precision: precision, scale: scale)
                }
                return nil
            } catch { return error.description }
        }
        #expect(try written { (writer) throws(CodecError) in try writer.writeAvroDecimal(DecimalNumber("1.5")!, precision: 5, scale: 2) } == [4, 0, 0x96])
        #expect(refusal("999.99", 5, 2) == nil)
        #expect(refusal("-999.99", 5, 2) == nil)
        #expect(refusal("1000", 5, 2) == ": the number has more than 5 digits")
        #expect(refusal("1.005", 5, 2) == ": the number has more than 2 digits behind the point")
        #expect(refusal(String(repeating: "9", count: 60), 60, 0) == nil)
        #expect(refusal("1" + String(repeating: "0", count: 60), 60, 0) == ": the number has more than 60 digits")
    }

    @Test func `Avro's fixed decimals fill their bytes with the sign`() throws {
        func bytes(_ text: String, _ size: Int) throws -> [UInt8] {
            try written { (writer) throws(CodecError) in try writer.writeAvroDecimal(DecimalNumber(text)!, precision: 61, scale: 0, size: size) }
        }
        #expect(try bytes("-2", 4) == [0xFF, 0xFF, 0xFF, 0xFE])
        #expect(try bytes("2", 20) == [UInt8](repeating: 0, count: 19) + [2])
        #expect(throws: CodecError(.outOfRange("the number takes 2 bytes, and there are 1"))) { try bytes("128", 1) }
        for text in ["0", "-1", "1", "-170141183460469231731687303715884105729", "1606938044258990275541962092341162602522202993782792835301376"] {
            for size in [26, 27, 40] {
                let read = outcome(try bytes(text, size)) { (reader) throws(CodecError) in try reader.readAvroDecimal(scale: 0, size: size) }
                #expect(read.value == DecimalNumber(text))
            }
        }
        // No byte at all is zero, as other readers have it.
        #expect(outcome([0]) { (reader) throws(CodecError) in try reader.readAvroDecimal(scale: 2) }.value == DecimalNumber("0.00"))
        #expect(outcome([6, 1]) { (reader) throws(CodecError) in try reader.readAvroDecimal(scale: 2) }.refusal?.contains("ends here") == true)
    }

    @Test func `decimals are coded as text`() throws {
        let number = try #require(DecimalNumber("-10.50"))
        let data = try JSONEncoder().encode([number])
        #expect(String(decoding: data, as: UTF8.self) == #"["-10.50"]"#)
        #expect(try JSONDecoder().decode([DecimalNumber].self, from: data) == [number])
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([DecimalNumber].self, from: Data(#"["1e5"]"#.utf8)) }
    }
}
