#if Server
  import Synchronization

  /// How many bytes of bodies there may be at the same time.
  ///
  /// Many that send much must not take the memory that letters need.
  final class BodyRoom: Sendable {
    private let left: Atomic<Int>

    init(bytes: Int) { left = Atomic(bytes) }

    /// Takes room, which is given back also where there was too little.
    ///
    /// - Returns: whether there was enough.
    func take(_ bytes: Int) -> Bool { left.subtract(bytes, ordering: .relaxed).newValue >= 0 }

    /// Gives back room.
    func give(_ bytes: Int) { left.add(bytes, ordering: .relaxed) }
  }
#endif
