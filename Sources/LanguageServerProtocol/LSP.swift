/// The types of the Language Server Protocol; those in `Generated/` come from `Protocol/`.
///
/// A type has what is needed for the way it travels: what clients send can be decoded, what servers send encoded.
package enum LSP {}
