// order_created.pb.swift is made beside this file by Benchmarks/Codecs/bench, of the same contract.
@_exported import SwiftProtobuf
