//! Stands between SQLite and the system's files: the workspace's only unsafe code.
//!
//! SQLite reaches files through a table of C functions, its VFS. This one is registered in the default's
//! place. It hands every call on to the default, and for files of a [`super::Disk`] asks that one first.
//!
//! What it rests on:
//! - SQLite calls a method only with a file that [`open`] has filled in, and never after [`close`].
//! - Such a file is [`FRONT`] bytes of ours, then the default's own file, whose size the default told.
//! - The default VFS is never unregistered; ours lives as long as the process.
//! - No function here panics: a panic would cross into C.

#![expect(
    unsafe_code,
    reason = "SQLite's files are C functions over raw pointers; there is no safe way to stand below it"
)]

use std::ffi::{CStr, c_char, c_int, c_void};
use std::path::{Path, PathBuf};
use std::ptr;
use std::sync::{Arc, Once};

use rusqlite::ffi::{self, sqlite3_file, sqlite3_int64, sqlite3_io_methods, sqlite3_vfs};

use super::{Call, Failing, Watched};

/// Our VFS. SQLite sees its beginning; the functions that are taken over from the default look at
/// nothing else.
#[repr(C)]
struct StandIn {
    base: sqlite3_vfs,
    default: *mut sqlite3_vfs,
}

/// An open file. SQLite sees its beginning; the default's own file follows at [`FRONT`].
#[repr(C)]
struct Front {
    base: sqlite3_file,
    /// From `Box::into_raw`, until the file is closed.
    of: *mut OnDisk,
}

/// Which file, on which disk.
struct OnDisk {
    disk: Arc<Watched>,
    path: PathBuf,
}

/// Where the default's file begins: aligned for whatever it holds.
const FRONT: usize = size_of::<Front>().next_multiple_of(16);

/// Registers the VFS as the default, once.
pub(super) fn stand_in() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        // SAFETY: SQLite hands out its default VFS, which stays where it is. The copy differs in what is
        // replaced here, and is never freed.
        let registered = unsafe {
            let default = ffi::sqlite3_vfs_find(ptr::null());
            let mut base = *default;
            base.szOsFile += c_int::try_from(FRONT).unwrap_or(0);
            base.pNext = ptr::null_mut();
            base.zName = c"rollcall-disk".as_ptr();
            base.xOpen = Some(open);
            base.xDelete = Some(delete);
            base.xAccess = Some(access);
            base.xSleep = Some(sleep);
            let ours = Box::leak(Box::new(StandIn { base, default }));
            ffi::sqlite3_vfs_register(&raw mut ours.base, 1)
        };
        assert_eq!(registered, ffi::SQLITE_OK, "SQLite takes the VFS");
    });
}

/// The methods of a file on a disk. Version 2: with shared memory, without mapping of the file itself,
/// which would go past the disk.
static METHODS: sqlite3_io_methods = sqlite3_io_methods {
    iVersion: 2,
    xClose: Some(close),
    xRead: Some(read),
    xWrite: Some(write),
    xTruncate: Some(truncate),
    xSync: Some(sync),
    xFileSize: Some(size),
    xLock: Some(lock),
    xUnlock: Some(unlock),
    xCheckReservedLock: Some(check_reserved_lock),
    xFileControl: Some(control),
    xSectorSize: Some(sector_size),
    xDeviceCharacteristics: Some(characteristics),
    xShmMap: Some(map),
    xShmLock: Some(map_lock),
    xShmBarrier: Some(map_barrier),
    xShmUnmap: Some(unmap),
    xFetch: None,
    xUnfetch: None,
};

/// The default VFS behind ours.
///
/// # Safety
/// `vfs` is the one that [`stand_in`] has registered.
unsafe fn default_of(vfs: *mut sqlite3_vfs) -> *mut sqlite3_vfs {
    // SAFETY: our VFS begins with what SQLite was given.
    unsafe { (*vfs.cast::<StandIn>()).default }
}

/// The default's file behind ours.
///
/// # Safety
/// `file` has the size that our VFS asks for.
unsafe fn real(file: *mut sqlite3_file) -> *mut sqlite3_file {
    // SAFETY: the default's file lies within the same allocation.
    unsafe { file.byte_add(FRONT) }
}

/// Which file it is.
///
/// # Safety
/// `file` was opened by [`open`] on a disk, and isn't closed.
unsafe fn of<'a>(file: *mut sqlite3_file) -> &'a OnDisk {
    // SAFETY: `open` has put it there; it is shared, and only `close` frees it.
    unsafe { &*(*file.cast::<Front>()).of }
}

/// Calls a method of the default's file; one that it lacks is an error.
macro_rules! pass {
    ($file:expr, $method:ident $(, $argument:expr)*) => {{
        // SAFETY: the file is open, so the default's own file is, and has its methods.
        unsafe {
            let file = real($file);
            match (*(*file).pMethods).$method {
                Some(method) => method(file $(, $argument)*),
                None => ffi::SQLITE_ERROR,
            }
        }
    }};
}

/// What SQLite is told of a call that fails.
fn code(call: Call, failing: Failing) -> c_int {
    match (failing, call) {
        (Failing::Locked, _) => ffi::SQLITE_BUSY,
        (_, Call::Open) => ffi::SQLITE_CANTOPEN,
        (Failing::Full, Call::Map | Call::MapMore) => ffi::SQLITE_IOERR_SHMSIZE,
        (Failing::Full, _) => ffi::SQLITE_FULL,
        (Failing::Io, Call::Delete) => ffi::SQLITE_IOERR_DELETE,
        (Failing::Io, Call::Look) => ffi::SQLITE_IOERR_ACCESS,
        (Failing::Io, Call::Read) => ffi::SQLITE_IOERR_READ,
        (Failing::Io, Call::Write) => ffi::SQLITE_IOERR_WRITE,
        (Failing::Io, Call::Truncate) => ffi::SQLITE_IOERR_TRUNCATE,
        (Failing::Io, Call::Sync) => ffi::SQLITE_IOERR_FSYNC,
        (Failing::Io, Call::Size) => ffi::SQLITE_IOERR_FSTAT,
        (Failing::Io, Call::Lock) => ffi::SQLITE_IOERR_LOCK,
        (Failing::Io, Call::Map | Call::MapMore) => ffi::SQLITE_IOERR_SHMMAP,
        (Failing::Io, Call::MapShare | Call::MapLock) => ffi::SQLITE_IOERR_SHMLOCK,
    }
}

/// A path that SQLite names; `None` for a temporary file without a name.
///
/// # Safety
/// `name` is null, or a C string that lives as long as the answer.
unsafe fn path<'a>(name: *const c_char) -> Option<&'a Path> {
    if name.is_null() {
        return None;
    }
    // SAFETY: as above.
    let name = unsafe { CStr::from_ptr(name) };
    name.to_str().ok().map(Path::new)
}

unsafe extern "C" fn open(
    vfs: *mut sqlite3_vfs,
    name: *const c_char,
    file: *mut sqlite3_file,
    flags: c_int,
    out: *mut c_int,
) -> c_int {
    // SAFETY: SQLite calls with our VFS, a name that lives as long as the file, and room for a file.
    unsafe {
        let default = default_of(vfs);
        let Some(open) = (*default).xOpen else {
            return ffi::SQLITE_CANTOPEN;
        };
        let watched = path(name).and_then(|path| Some((Watched::of(path)?, path)));
        let Some((disk, path)) = watched else {
            return open(default, name, file, flags, out);
        };
        // Nothing to close, until it is open.
        (*file).pMethods = ptr::null();
        if let Err(failing) = disk.meet(Call::Open) {
            return code(Call::Open, failing);
        }
        if disk.notice(path).is_err() {
            return ffi::SQLITE_CANTOPEN;
        }
        let answer = open(default, name, real(file), flags, out);
        if answer != ffi::SQLITE_OK {
            return answer;
        }
        disk.opened(path);
        let path = path.to_owned();
        let front = file.cast::<Front>();
        (*front).of = Box::into_raw(Box::new(OnDisk { disk, path }));
        (*front).base.pMethods = &raw const METHODS;
        ffi::SQLITE_OK
    }
}

unsafe extern "C" fn delete(vfs: *mut sqlite3_vfs, name: *const c_char, synced: c_int) -> c_int {
    // SAFETY: SQLite calls with our VFS and the name of a file.
    unsafe {
        let default = default_of(vfs);
        let Some(delete) = (*default).xDelete else {
            return ffi::SQLITE_IOERR_DELETE;
        };
        let watched = path(name).and_then(|path| Some((Watched::of(path)?, path)));
        let Some((disk, path)) = watched else {
            return delete(default, name, synced);
        };
        if let Err(failing) = disk.meet(Call::Delete) {
            return code(Call::Delete, failing);
        }
        if disk.notice(path).is_err() {
            return ffi::SQLITE_IOERR_DELETE;
        }
        let answer = delete(default, name, 0);
        if answer == ffi::SQLITE_OK {
            disk.done(path, |kept| {
                kept.remove();
                if synced != 0 {
                    kept.sync();
                }
            });
        }
        answer
    }
}

unsafe extern "C" fn access(
    vfs: *mut sqlite3_vfs,
    name: *const c_char,
    flags: c_int,
    out: *mut c_int,
) -> c_int {
    // SAFETY: SQLite calls with our VFS and the name of a file.
    unsafe {
        if let Some(disk) = path(name).and_then(Watched::of)
            && let Err(failing) = disk.meet(Call::Look)
        {
            return code(Call::Look, failing);
        }
        let default = default_of(vfs);
        match (*default).xAccess {
            Some(access) => access(default, name, flags, out),
            None => ffi::SQLITE_IOERR_ACCESS,
        }
    }
}

/// Waits for a lock, unless it is one that nobody lets go of.
unsafe extern "C" fn sleep(vfs: *mut sqlite3_vfs, microseconds: c_int) -> c_int {
    if Watched::any_locked() {
        return microseconds;
    }
    // SAFETY: SQLite calls with our VFS.
    unsafe {
        let default = default_of(vfs);
        match (*default).xSleep {
            Some(sleep) => sleep(default, microseconds),
            None => 0,
        }
    }
}

unsafe extern "C" fn close(file: *mut sqlite3_file) -> c_int {
    let answer = pass!(file, xClose);
    // SAFETY: put there by `open`; SQLite calls nothing with this file any more.
    let on_disk = unsafe { Box::from_raw((*file.cast::<Front>()).of) };
    on_disk.disk.closed();
    answer
}

unsafe extern "C" fn read(
    file: *mut sqlite3_file,
    into: *mut c_void,
    amount: c_int,
    at: sqlite3_int64,
) -> c_int {
    // SAFETY: the file is open.
    let on_disk = unsafe { of(file) };
    if let Err(failing) = on_disk.disk.meet(Call::Read) {
        return code(Call::Read, failing);
    }
    pass!(file, xRead, into, amount, at)
}

unsafe extern "C" fn write(
    file: *mut sqlite3_file,
    from: *const c_void,
    amount: c_int,
    at: sqlite3_int64,
) -> c_int {
    // SAFETY: the file is open.
    let OnDisk { disk, path } = unsafe { of(file) };
    let Ok(place) = usize::try_from(at) else {
        return ffi::SQLITE_IOERR_WRITE;
    };
    let put = |amount: c_int| {
        let answer = pass!(file, xWrite, from, amount, at);
        if answer == ffi::SQLITE_OK {
            let len = usize::try_from(amount).unwrap_or(0);
            // SAFETY: SQLite hands over so many bytes at least.
            let bytes = unsafe { std::slice::from_raw_parts(from.cast::<u8>(), len) };
            disk.done(path, |kept| kept.write(place, bytes));
        }
        answer
    };
    match disk.meet(Call::Write) {
        Ok(()) => put(amount),
        Err(failing) => {
            if failing == Failing::Full {
                put(amount / 2);
            }
            code(Call::Write, failing)
        }
    }
}

unsafe extern "C" fn truncate(file: *mut sqlite3_file, len: sqlite3_int64) -> c_int {
    // SAFETY: the file is open.
    let OnDisk { disk, path } = unsafe { of(file) };
    if let Err(failing) = disk.meet(Call::Truncate) {
        return code(Call::Truncate, failing);
    }
    let answer = pass!(file, xTruncate, len);
    if answer == ffi::SQLITE_OK {
        disk.done(path, |kept| {
            kept.truncate(usize::try_from(len).unwrap_or(0));
        });
    }
    answer
}

/// Real disks take their time for this one; here, what is safe is only written down as safe.
unsafe extern "C" fn sync(file: *mut sqlite3_file, _flags: c_int) -> c_int {
    // SAFETY: the file is open.
    let OnDisk { disk, path } = unsafe { of(file) };
    if let Err(failing) = disk.meet(Call::Sync) {
        return code(Call::Sync, failing);
    }
    disk.done(path, super::Kept::sync);
    ffi::SQLITE_OK
}

unsafe extern "C" fn size(file: *mut sqlite3_file, out: *mut sqlite3_int64) -> c_int {
    // SAFETY: the file is open.
    let on_disk = unsafe { of(file) };
    if let Err(failing) = on_disk.disk.meet(Call::Size) {
        return code(Call::Size, failing);
    }
    pass!(file, xFileSize, out)
}

unsafe extern "C" fn lock(file: *mut sqlite3_file, level: c_int) -> c_int {
    // SAFETY: the file is open.
    let on_disk = unsafe { of(file) };
    if let Err(failing) = on_disk.disk.meet(Call::Lock) {
        return code(Call::Lock, failing);
    }
    pass!(file, xLock, level)
}

/// Never refused: a lock goes with its process, whatever the disk does.
unsafe extern "C" fn unlock(file: *mut sqlite3_file, level: c_int) -> c_int {
    pass!(file, xUnlock, level)
}

unsafe extern "C" fn check_reserved_lock(file: *mut sqlite3_file, out: *mut c_int) -> c_int {
    pass!(file, xCheckReservedLock, out)
}

unsafe extern "C" fn control(file: *mut sqlite3_file, what: c_int, with: *mut c_void) -> c_int {
    pass!(file, xFileControl, what, with)
}

unsafe extern "C" fn sector_size(file: *mut sqlite3_file) -> c_int {
    pass!(file, xSectorSize)
}

unsafe extern "C" fn characteristics(file: *mut sqlite3_file) -> c_int {
    pass!(file, xDeviceCharacteristics)
}

unsafe extern "C" fn map(
    file: *mut sqlite3_file,
    piece: c_int,
    len: c_int,
    extend: c_int,
    out: *mut *mut c_void,
) -> c_int {
    // SAFETY: the file is open.
    let OnDisk { disk, path } = unsafe { of(file) };
    let grows = extend != 0 && !disk.is_mapped(path, piece);
    let call = if grows { Call::MapMore } else { Call::Map };
    if let Err(failing) = disk.meet(call) {
        return code(call, failing);
    }
    let answer = pass!(file, xShmMap, piece, len, extend, out);
    if answer == ffi::SQLITE_OK && extend != 0 {
        disk.mapped(path, piece);
    }
    answer
}

unsafe extern "C" fn map_lock(
    file: *mut sqlite3_file,
    offset: c_int,
    count: c_int,
    flags: c_int,
) -> c_int {
    // SAFETY: the file is open.
    let on_disk = unsafe { of(file) };
    let alone = flags & ffi::SQLITE_SHM_EXCLUSIVE != 0;
    let call = if alone { Call::MapLock } else { Call::MapShare };
    if flags & ffi::SQLITE_SHM_LOCK != 0
        && let Err(failing) = on_disk.disk.meet(call)
    {
        return code(call, failing);
    }
    pass!(file, xShmLock, offset, count, flags)
}

unsafe extern "C" fn map_barrier(file: *mut sqlite3_file) {
    // SAFETY: as in `pass`.
    unsafe {
        let file = real(file);
        if let Some(barrier) = (*(*file).pMethods).xShmBarrier {
            barrier(file);
        }
    }
}

unsafe extern "C" fn unmap(file: *mut sqlite3_file, delete: c_int) -> c_int {
    // SAFETY: the file is open.
    let OnDisk { disk, path } = unsafe { of(file) };
    if delete != 0 {
        disk.unmapped(path);
    }
    pass!(file, xShmUnmap, delete)
}
