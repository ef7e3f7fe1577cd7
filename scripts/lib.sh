# shellcheck shell=sh
# What scripts/setup and scripts/test share: the way from a bare machine to an installed package.
# POSIX sh; sourced with `root` (the checkout's absolute path) and `steps` (how many there are) set.
#
#   prepare_system            Python, Pango and fonts, by apt where they are missing
#   prepare_venv              .venv, made anew where it is broken
#   prepare_torch             PyTorch in it, for the tests of models: the build without CUDA
#   install_package EXTRA     the package in it, editable; EXTRA is '' or 'test'
#
# Each looks first and does nothing where nothing is missing, so that a second run starts at once.

# Settings for another Python or another place have no business in this environment.
unset PYTHONHOME PYTHONPATH
export PIP_USER=0

venv=${root:?}/.venv
state=$venv/.briefing # what is known of the environment: place, installing, base, test
log=
step=0

# --- telling ----------------------------------------------------------------------------------------------

say() { printf '%s\n' "$*" >&2; }

note() { say "      $*"; }

begin() {
    step=$((step + 1))
    say "[$step/${steps:?}] $*"
}

fail() {
    note "$*"
    exit 1
}

forget_log() {
    if [ -n "$log" ]; then rm -f "$log" "$log.status"; fi
    log=
}

# run COMMAND…: its output goes to a log, and a terminal shows the line it is at. Returns its exit status.
run() {
    forget_log
    log=$(mktemp "${TMPDIR:-/tmp}/briefing.XXXXXX")
    { status=0 && "$@" </dev/null 2>&1 || status=$? && echo "$status" >"$log.status"; } | follow
    return "$(cat "$log.status")"
}

follow() {
    while IFS= read -r line || [ -n "$line" ]; do
        printf '%s\n' "$line" >>"$log"
        case $line in
        "Need to get "*) clear_line && note "$line" ;;
        *) if [ -t 2 ]; then clear_line && printf '      %.66s' "$line" >&2; fi ;;
        esac
    done
    clear_line
}

clear_line() { if [ -t 2 ]; then printf '\r\033[K' >&2; fi; }

# A failed command's last lines, and where the rest is.
explain() {
    tail -n 15 "$log" | sed 's/^/      | /' >&2
    note "The whole log: $log"
    rm -f "$log.status"
    log=
    exit 1
}

trap forget_log EXIT
trap 'say && say "Interrupted. Run it again: it goes on where it stopped." && exit 130' INT
trap 'exit 143' TERM

# --- the system -------------------------------------------------------------------------------------------

recent='import sys; sys.exit(sys.version_info < (3, 11))'
usable="import venv, ensurepip; $recent"

# find_python TEST: the first Python that passes it; the user's own choice comes before the system's.
find_python() {
    for name in python3 /usr/bin/python3 python3.14 python3.13 python3.12 python3.11; do
        if path=$(command -v "$name") && "$path" -c "$1" 2>/dev/null; then
            printf '%s\n' "$path"
            return 0
        fi
    done
    return 1
}

# missing_libraries PYTHON: the packages of the libraries that WeasyPrint opens and this Python cannot.
missing_libraries() {
    "$1" - <<'END'
import ctypes

libraries = {
    "libpango-1.0.so.0": "libpango-1.0-0",
    "libpangoft2-1.0.so.0": "libpangoft2-1.0-0",
    "libharfbuzz-subset.so.0": "libharfbuzz-subset0",
    "libfontconfig.so.1": "fontconfig",
}
for library, package in libraries.items():
    try:
        ctypes.CDLL(library)
    except OSError:
        print(package)
END
}

# apt_version PACKAGE: the version that apt would install; nothing where it has none, or no lists yet.
apt_version() { apt-cache show --no-all-versions "$1" 2>/dev/null | sed -n 's/^Version: //p'; }

# Before the first update of its lists apt knows nothing, and the usual names are the best guess.
has_lists() {
    set -- /var/lib/apt/lists/*_Packages*
    [ -e "$1" ]
}

# The package that brings a Python with venv on this release: its own, or a newer one that it also has.
python_package() {
    if ! has_lists; then echo python3-venv && return; fi
    for name in $(find_python "$recent") python3 python3.14 python3.13 python3.12 python3.11; do
        case $name in
        /usr/bin/*) name=$("$name" -c 'import sys; print("python%d.%d" % sys.version_info[:2])') ;;
        /*) continue ;; # not apt's
        esac
        case $(apt_version "$name-venv") in
        3.[0-9].* | 3.10.* | '') ;;
        *) echo "$name-venv" && return ;;
        esac
    done
    echo no-recent-python
}

# What is missing and cannot be done without, as packages in one line.
missing_packages() {
    if usable_python=$(find_python "$usable"); then
        missing_libraries "$usable_python"
    else
        python_package
        if any_python=$(find_python 'import ctypes'); then
            missing_libraries "$any_python"
        else
            printf '%s\n' libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fontconfig
        fi
    fi | without_unavailable | paste -s -d ' ' -
}

# HarfBuzz-Subset only makes WeasyPrint faster; Ubuntu 22.04 does not have it.
without_unavailable() {
    if has_lists && [ -z "$(apt_version libharfbuzz-subset0)" ]; then sed /libharfbuzz-subset0/d; else cat; fi
}

refuse_old_python() {
    case $1 in *no-recent-python*) ;; *) return 0 ;; esac
    release=$(sed -n 's/^PRETTY_NAME="\(.*\)"/\1/p' /etc/os-release 2>/dev/null || :)
    note "Briefing needs Python 3.11 or newer with its module venv; ${release:-this system} offers none to apt."
    note "On Ubuntu its component \"universe\" has to be enabled. Otherwise put a python3.11 (or newer) on the PATH,"
    fail "or use Debian 12, Ubuntu 22.04 or later. Then run $0 again."
}

# Faces for Latin, Greek and Cyrillic come with the package; three other scripts tell whether there are more.
has_fonts() {
    dpkg -s fonts-noto-core >/dev/null 2>&1 && return 0
    command -v fc-list >/dev/null || return 1
    for language in ar hi th; do
        [ -n "$(fc-list ":lang=$language" family)" ] || return 1
    done
}

# The fonts package, where it is wanted and this release has it: one that a briefing can do without.
optional_packages() {
    if has_fonts || { has_lists && [ -z "$(apt_version fonts-noto-core)" ]; }; then return 0; fi
    echo fonts-noto-core
}

has_apt() { command -v apt-get >/dev/null; }

is_root() { [ "$(id -u)" -eq 0 ]; }

# can_sudo silently: without a password; can_sudo: also after asking for one, if somebody is there to type it.
can_sudo() {
    command -v sudo >/dev/null || return 1
    if sudo -n true 2>/dev/null; then return 0; fi
    [ "${1:-}" != silently ] && [ -t 0 ] && sudo -v
}

apt_get() {
    set -- apt-get -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3 "$@"
    if ! is_root; then
        set -- sudo --preserve-env=LC_ALL,DEBIAN_FRONTEND,http_proxy,https_proxy,no_proxy "$@"
    fi
    run env LC_ALL=C DEBIAN_FRONTEND=noninteractive "$@" || explain
}

# What is missing is asked again after the update, when apt knows what this release has.
install_packages() {
    note "apt reads its lists, then installs what is missing (about a minute)"
    apt_get update
    wanted=$(missing_packages)
    refuse_old_python "$wanted"
    wanted="$wanted $(optional_packages)"
    note "installing ${wanted# }"
    # shellcheck disable=SC2086  # a list of words
    apt_get install -y --no-install-recommends $wanted
    wanted=$(missing_packages)
    if [ -n "$wanted" ]; then note "Installed, and yet these are not found: $wanted" && explain; fi
}

ask_administrator() {
    refuse_old_python "$1"
    note "Some packages are missing that only an administrator can install. Have this run, then run $0 again:"
    say
    say "apt-get update && apt-get install -y --no-install-recommends $1"
    exit 1
}

prepare_system() {
    wanted=$(missing_packages)
    optional=$(optional_packages)
    if [ -z "$wanted$optional" ]; then
        begin "System libraries: all there"
        return 0
    fi
    begin "System libraries: Python, Pango, fonts"
    if has_apt && { is_root || can_sudo "${wanted:-silently}"; }; then # no password is asked for fonts alone
        install_packages
    elif [ -z "$wanted" ]; then
        note "A hint: Arabic, Hindi, Thai and other scripts need fonts; an administrator can install $optional."
    elif has_apt; then
        ask_administrator "$wanted${optional:+ $optional}"
    else
        fail "There is no apt-get here. Install what these Debian packages hold, then run $0 again: $wanted"
    fi
}

# --- the virtual environment ------------------------------------------------------------------------------

venv_python() { "$venv/bin/python" "$@"; }

# Which Python the environment rests on, and where it lies: if either changes, its scripts no longer run.
place() {
    venv_python -c 'import sys; print(*sys.version_info[:2], sys.base_prefix)'
    printf '%s\n' "$root"
}

venv_works() {
    if [ -e "$state/installing" ]; then return 1; fi # a killed pip leaves packages that look installed
    venv_python -c "import pip; $recent" 2>/dev/null || return 1
    [ ! -e "$state/place" ] || [ "$(cat "$state/place")" = "$(place)" ]
}

prepare_venv() {
    if venv_works; then
        begin "Virtual environment: there"
        return 0
    fi
    begin "Virtual environment: making .venv (some seconds)"
    if [ -e "$venv" ]; then note "The one that is there is broken or was moved; it is made anew."; fi
    run "$(find_python "$usable")" -m venv --clear "$venv" || explain
    mkdir -p "$state"
    place >"$state/place"
}

# --- the package ------------------------------------------------------------------------------------------

requirements() { cksum <"$root/pyproject.toml"; }

is_installed() { [ -x "$venv/bin/briefing" ] && [ "$(cat "$state/$1" 2>/dev/null)" = "$(requirements)" ]; }

# Alone and first: what PyPI offers for Linux brings CUDA along, some five gigabytes that no test needs.
prepare_torch() {
    if venv_python -c 'import importlib.metadata; importlib.metadata.version("torch")' 2>/dev/null; then
        begin "PyTorch: installed"
        return 0
    fi
    begin "PyTorch: the build without CUDA, for the tests of models that write (190 MB)"
    mkdir -p "$state"
    : >"$state/installing"
    run pip_install_torch || { rm -f "$state/installing" && explain; }
    rm -f "$state/installing"
}

pip_install_torch() {
    set -- -m pip install --disable-pip-version-check --no-input --progress-bar off torch==2.13.0
    venv_python "$@" --index-url https://download.pytorch.org/whl/cpu || venv_python "$@"
}

# install_package '' or test; what the tests need includes what the package needs.
install_package() {
    if is_installed test || is_installed "${1:-base}"; then
        begin "The package: installed"
        return 0
    fi
    if [ -z "$1" ]; then size=80; else size=190; fi
    begin "The package: pip installs it and its libraries${1:+ and what the tests need}"
    note "(up to $size MB to download, once; a minute or two)"
    mkdir -p "$state"
    place >"$state/place"
    : >"$state/installing"
    if run pip_install ".${1:+[$1]}"; then
        requirements >"$state/${1:-base}"
        rm -f "$state/installing"
    else
        rm -f "$state/installing" # a pip that fails by itself puts things back; only one that was killed cannot
        explain
    fi
}

pip_install() {
    cd "$root" || return
    venv_python -m pip install --disable-pip-version-check --no-input --progress-bar off --editable "$1"
}
