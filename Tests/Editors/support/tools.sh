# Sourced by the scripts beside this folder: where things are, and how they are started.

editors=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
package=$(cd "$editors/../.." && pwd)
shared=$package/../shared
venv=${HEARSAY_VENV:-$package/.build-ci/venv}
nvim=$venv/bin/nvim
export PYTHONDONTWRITEBYTECODE=1

# The program to test: the argument, or the newest kind of build that is there.
find_program() {
  local candidate
  for candidate in "$@" "$package/.build/release/hearsay" "$package/.build/debug/hearsay"; do
    if [ -x "$candidate" ]; then
      HEARSAY_PROGRAM=$(realpath "$candidate")
      export HEARSAY_PROGRAM
      return
    fi
    [ $# = 0 ] || break
  done
  echo "There is no program ${1:-to test}: build it with swift build -c release --product hearsay" >&2
  exit 2
}

# Installs Neovim and the Python packages, unless these very versions are there.
install_tools() {
  local wanted=$editors/requirements.txt
  cmp -s "$wanted" "$venv/installed.txt" && return
  echo "installing into $venv"
  python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check --requirement "$wanted"
  cp "$wanted" "$venv/installed.txt"
}

# Makes the server's command line, with the recorder before it: set_command LOG SHIFT [SERVER OPTION...]
set_command() {
  local log=$1 shift=$2
  shift 2
  HEARSAY_COMMAND=$(python3 -c 'import json, sys; print(json.dumps(sys.argv[1:]))' \
    "$venv/bin/python" "$editors/support/recorder.py" ${shift:+--shift "$shift"} --exit-file "$log.exit" \
    "$log" "$HEARSAY_PROGRAM" server "$@")
  export HEARSAY_COMMAND
}

# Runs a test in Neovim: in_neovim TEST DRAFT EXPECTATIONS
in_neovim() {
  # What Neovim would say to a person goes to standard error, without line ends.
  XDG_STATE_HOME=$scratch XDG_CONFIG_HOME=$scratch XDG_DATA_HOME=$scratch \
    timeout 120 "$nvim" --clean --headless -l "$editors/neovim/run.lua" "$@" 2>"$scratch/neovim.txt" ||
    { sed 's/^/     /' "$scratch/neovim.txt"; false; }
}

in_pytest() {
  "$venv/bin/pytest" --quiet --config-file "$editors/pytest/pytest.ini" "$@" "$editors/pytest"
}

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
