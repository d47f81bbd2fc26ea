package import Intake
import PDFFile

extension IntakeServer {
  /// Has requests answered that are about PDFs.
  package mutating func answerForeignPDFs() {
    answer(InspectPDF.self) { (request) throws(Refusal) in inspectPDF(request.bytes) }
    answer(VerifySeal.self) { (request) throws(Refusal) in
      verifySeal(request.message, covering: request.covered)
    }
    answer(ReadSealPlace.self) { (request) throws(Refusal) in
      do throws(PDFError) {
        return try readSealPlace(request.bytes)
      } catch {
        throw Refusal(error.reason)
      }
    }
    answer(AuditPDF.self) { (request) throws(Refusal) in
      do throws(PDFError) {
        return try auditPDF(request.bytes)
      } catch {
        throw Refusal(error.reason)
      }
    }
    answer(ReadForeignPDF.self) { (request) throws(Refusal) in
      do throws(PDFError) {
        return try readForeignPDF(request.bytes, name: request.file, use: request.use)
      } catch {
        throw Refusal(error.reason)
      }
    }
  }
}
