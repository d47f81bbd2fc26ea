/// The version of the programs, as each tells it.
package let programVersion = "0.1.0"
