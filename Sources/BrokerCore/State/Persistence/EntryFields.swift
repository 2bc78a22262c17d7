import KafkaWire
import NIOCore
import ScramLogin

extension WireWriter {
    mutating func write(_ configs: [String: String]) throws(WireError) {
        try writeArray(configs.sorted { $0.key < $1.key }, flexible: true) { writer, config throws(WireError) in
            try writer.writeString(config.key, flexible: true)
            try writer.writeString(config.value, flexible: true)
        }
    }

    mutating func write(_ binding: AclBinding) throws(WireError) {
        writeInt8(binding.resourceType.rawValue)
        try writeString(binding.resourceName, flexible: true)
        writeInt8(binding.patternType.rawValue)
        try writeString(binding.principal, flexible: true)
        try writeString(binding.host, flexible: true)
        writeInt8(binding.operation.rawValue)
        writeInt8(binding.permission.rawValue)
    }

    mutating func write(_ credential: ScramCredential) throws(WireError) {
        writeInt8(credential.hash.number)
        writeInt32(Int32(clamping: credential.iterations))
        for bytes in [credential.salt, credential.storedKey, credential.serverKey] {
            try writeBytes(ByteBuffer(bytes: bytes), flexible: true)
        }
    }
}

extension WireReader {
    mutating func readConfigs() throws(WireError) -> [String: String] {
        let pairs = try readArray(flexible: true) { reader throws(WireError) in
            (try reader.readString(flexible: true), try reader.readString(flexible: true))
        }
        return Dictionary(pairs) { $1 }
    }

    mutating func readAclBinding() throws(WireError) -> AclBinding {
        AclBinding(
            resourceType: AclResourceType(rawValue: try readInt8()) ?? .unknown,
            resourceName: try readString(flexible: true),
            patternType: AclPatternType(rawValue: try readInt8()) ?? .unknown,
            principal: try readString(flexible: true),
            host: try readString(flexible: true),
            operation: AclOperation(rawValue: try readInt8()) ?? .unknown,
            permission: AclPermission(rawValue: try readInt8()) ?? .unknown)
    }

    mutating func readScramHash() throws -> ScramHash {
        let number = try readInt8()
        guard let hash = ScramHash(number: number) else { throw EntryError.malformed("there is no SCRAM hash \(number)") }
        return hash
    }

    mutating func readScramCredential() throws -> ScramCredential {
        let hash = try readScramHash()
        let iterations = Int(try readInt32())
        return ScramCredential(
            hash: hash, salt: try readByteArray(), iterations: iterations, storedKey: try readByteArray(), serverKey: try readByteArray())
    }

    private mutating func readByteArray() throws(WireError) -> [UInt8] { Array(try readBytes(flexible: true).readableBytesView) }
}
