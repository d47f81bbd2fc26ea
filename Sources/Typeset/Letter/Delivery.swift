extension Letter {
  /// How a letter is sent, by Digital Post or remote print: nothing of it is on the pages.
  ///
  /// All are texts as they are written, for a record may fill any of them; what makes messages of them
  /// reads and checks them.
  package struct Delivery: Hashable, Sendable {
    /// The recipient's number: a citizen's, a company's or an authority's, one of them.
    @OptionallySourced package var cpr: String? = nil
    @OptionallySourced package var cvr: String? = nil
    @OptionallySourced package var authority: String? = nil
    /// Whether it goes digitally, in print, or both ways.
    @OptionallySourced package var route: String? = nil
    /// The title that the mailbox shows, where it is not the letter's.
    @OptionallySourced package var label: String? = nil
    /// What the notice of a new letter says, by mail and by text message.
    @OptionallySourced package var notification: String? = nil
    /// Whether one may answer, and until when.
    @OptionallySourced package var reply: String? = nil
    @OptionallySourced package var replyBy: String? = nil
    /// Whether it comes although the recipient is exempt, and whether it has legal effect.
    @OptionallySourced package var mandatory: String? = nil
    @OptionallySourced package var legalNotification: String? = nil
    /// The day before which nobody sees it.
    @OptionallySourced package var notBefore: String? = nil
    /// The kind of post, as Digital Post names them.
    @OptionallySourced package var postType: String? = nil
    /// Whether enclosures go as documents of their own.
    @OptionallySourced package var enclosures: String? = nil
    /// The address of a print, part by part.
    package var address: Address? = nil
    /// What the recipient is asked to do.
    package var actions: [Action] = []
    /// Where it begins, for what is missing in it.
    package internal(set) var place: SourceRange? = nil

    /// A delivery that says nothing.
    package init() {}

    /// The parts of a Danish address.
    package struct Address: Hashable, Sendable {
      @OptionallySourced package var name: String? = nil
      @OptionallySourced package var careOf: String? = nil
      @OptionallySourced package var street: String? = nil
      @OptionallySourced package var number: String? = nil
      @OptionallySourced package var floor: String? = nil
      @OptionallySourced package var door: String? = nil
      @OptionallySourced package var place: String? = nil
      @OptionallySourced package var district: String? = nil
      @OptionallySourced package var postcode: String? = nil
      @OptionallySourced package var country: String? = nil

      /// An address of which nothing is known.
      package init() {}
    }

    /// What the recipient is asked to do, as a button in the mailbox.
    package struct Action: Hashable, Sendable {
      @OptionallySourced package var kind: String? = nil
      @OptionallySourced package var label: String? = nil
      @OptionallySourced package var url: String? = nil
      @OptionallySourced package var from: String? = nil
      @OptionallySourced package var until: String? = nil
      /// What an appointment is about and where it is.
      @OptionallySourced package var description: String? = nil
      @OptionallySourced package var summary: String? = nil
      @OptionallySourced package var location: String? = nil
      @OptionallySourced package var organizer: String? = nil
      @OptionallySourced package var organizerEmail: String? = nil
      /// Where it is written.
      package internal(set) var place: SourceRange? = nil

      /// An action that says nothing.
      package init() {}
    }
  }
}

// The texts that a record may fill.

extension Letter.Delivery {
  typealias Value<Part> = any WritableKeyPath<Part, Located<String>?> & Sendable

  static let values: [Value<Self>] = [
    \.$cpr, \.$cvr, \.$authority, \.$route, \.$label, \.$notification, \.$reply, \.$replyBy,
    \.$mandatory, \.$legalNotification, \.$notBefore, \.$postType, \.$enclosures,
  ]

  /// The texts that are numbers of persons and companies, which nothing may tell of.
  static let secrets: [Value<Self>] = [\.$cpr, \.$cvr, \.$authority]
}

extension Letter.Delivery.Address {
  static let values: [Letter.Delivery.Value<Self>] = [
    \.$name, \.$careOf, \.$street, \.$number, \.$floor, \.$door, \.$place, \.$district,
    \.$postcode, \.$country,
  ]
}

extension Letter.Delivery.Action {
  static let values: [Letter.Delivery.Value<Self>] = [
    \.$kind, \.$label, \.$url, \.$from, \.$until, \.$description, \.$summary, \.$location,
    \.$organizer, \.$organizerEmail,
  ]
}
