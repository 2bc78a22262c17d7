/// Required fields of the messages that a message holds, as generated code asks for them.
public enum ProtobufRequired {
    public static func check<M: ProtobufMessage>(_ message: M?, _ field: String, at offset: Int) throws(CodecError) {
        do throws(CodecError) { try message?.checkRequired(at: offset) } catch { throw error.within(.field(field)) }
    }

    public static func check<M: ProtobufMessage>(_ messages: [M], _ field: String, at offset: Int) throws(CodecError) {
        for index in messages.indices {
            do throws(CodecError) { try messages[index].checkRequired(at: offset) } catch { throw error.within(.index(index)).within(.field(field)) }
        }
    }

    public static func check<Key, M: ProtobufMessage>(_ map: [Key: M], _ field: String, at offset: Int) throws(CodecError) {
        for message in map.values {
            do throws(CodecError) { try message.checkRequired(at: offset) } catch { throw error.within(.entry).within(.field(field)) }
        }
    }

    public static func check<Key, M: ProtobufMessage>(_ map: [ProtobufMapEntry<Key, M>], _ field: String, at offset: Int) throws(CodecError) {
        for entry in map {
            do throws(CodecError) { try entry.value.checkRequired(at: offset) } catch { throw error.within(.entry).within(.field(field)) }
        }
    }
}

extension CodecError {
    /// Proto2's required field that was not in the input.
    public static func missingField(_ name: String, at offset: Int) -> CodecError {
        CodecError(.malformed(expected: "the required field '\(name)'"), at: offset)
    }
}
