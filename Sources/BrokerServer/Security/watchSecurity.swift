import BearerTokens
import Logging
import NIOCore
import NIOPosix

/// Looks at the files of TLS and at the issuer's keys again and again, until it is cancelled.
func watchSecurity(
    _ doors: [ListenerDoor], _ configuration: BrokerConfiguration, _ loop: NIOLoopBound<BrokerLoop>, on eventLoop: any EventLoop, _ logger: Logger
) async {
    await withTaskGroup(of: Void.self) { group in
        if doors.contains(where: { $0.tls != nil }) {
            group.addTask {
                while (try? await Task.sleep(for: configuration.tlsReloadInterval)) != nil {
                    try? await NIOThreadPool.singleton.runIfActive { reloadFiles(of: doors, logger) }
                }
            }
        }
        if let source = configuration.tokenKeys {
            group.addTask {
                while (try? await Task.sleep(for: source.interval)) != nil { await refreshKeys(from: source, to: loop, on: eventLoop, logger) }
            }
        }
    }
}

/// Blocks while it reads.
func reloadFiles(of doors: [ListenerDoor], _ logger: Logger) {
    for door in doors {
        do throws(SecurityProblem) {
            guard try door.tls?.reload() == true else { continue }
            logger.notice("the listener's certificate was read anew", metadata: ["listener": "\(door.listener.name)"])
        } catch {
            logger.error("the listener goes on with the certificate that it has", metadata: ["listener": "\(door.listener.name)", "reason": "\(error)"])
        }
    }
}

/// A key set that cannot be had keeps the one before: tokens that are signed with it are good still.
private func refreshKeys(
    from source: TokenKeySource, to loop: NIOLoopBound<BrokerLoop>, on eventLoop: any EventLoop, _ logger: Logger
) async {
    do throws(SecurityProblem) {
        let keys = try await source.read()
        await giveKeys(keys, to: loop, on: eventLoop)
    } catch {
        logger.error("tokens are held against the keys that are known", metadata: ["reason": "\(error)"])
    }
}

private func giveKeys(_ keys: TokenKeys, to loop: NIOLoopBound<BrokerLoop>, on eventLoop: any EventLoop) async {
    try? await eventLoop.submit {
        loop.value.handle(.tokenKeys(keys))
        loop.value.finishBurst()
    }.get()
}

extension BrokerServer {
    /// The keys to begin with. An issuer that cannot be reached keeps nobody but those with its tokens out, and is asked again soon.
    static func giveFirstKeys(
        from source: TokenKeySource, to loop: NIOLoopBound<BrokerLoop>, on eventLoop: any EventLoop, _ logger: Logger
    ) async throws(BrokerStartError) {
        do throws(SecurityProblem) {
            await giveKeys(try await source.read(), to: loop, on: eventLoop)
        } catch {
            if case .file = source { throw .notSecured(listener: "oauthbearer", reason: "\(error)") }
            logger.error("no token is taken until the issuer's keys are known", metadata: ["reason": "\(error)"])
        }
    }
}
